package gaitd.policies.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final List<String> KNOWN = List.of("safety", "gait", "loop", "policy");

    @ParameterizedTest
    @ValueSource(strings = {"saftey", "safty", "safetty", "sefety", "safety"})
    void proposesTheWordWithOneSlip(final String word) {
        assertEquals(Optional.of("safety"), Words.nearest(word, KNOWN));
    }

    @Test
    void oneLetterInThreeMayBeWrongAndNoMore() {
        assertEquals(Optional.of("abcdef"), Words.nearest("abcdxy", List.of("abcdef")));
        assertEquals(Optional.empty(), Words.nearest("abcxyz", List.of("abcdef")));
        assertEquals(Optional.empty(), Words.nearest("x".repeat(100_000), KNOWN));
    }

    @Test
    void keepsMessagesOnOneLineAndShort() {
        assertEquals("a b c", Words.oneLine("a\nb\u2028c\r\n"));
        assertEquals(1004, Words.oneLine("x".repeat(5000)).length());
        assertFalse(Words.oneLine("\u001b[31m").contains("\u001b"));
    }
}
