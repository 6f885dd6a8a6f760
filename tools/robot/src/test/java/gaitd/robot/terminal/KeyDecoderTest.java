package gaitd.robot.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.robot.scenario.Key;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyDecoderTest {
    private static List<Key> decode(final String text) {
        final KeyDecoder decoder = new KeyDecoder();
        return text.chars().mapToObj(decoder::feed).filter(Objects::nonNull).toList();
    }

    @Test
    void readsArrowsOfBothKindsOfTerminal() {
        final List<Key> arrows = List.of(Key.FASTER, Key.SLOWER, Key.RIGHT, Key.LEFT);
        assertEquals(arrows, decode("\u001b[A\u001b[B\u001b[C\u001b[D"));
        assertEquals(arrows, decode("\u001bOA\u001bOB\u001bOC\u001bOD"));
    }

    @Test
    void readsLettersAndSpace() {
        assertEquals(List.of(Key.SIT_OR_STAND, Key.NEXT_POLICY, Key.CLEAR_FAULT, Key.QUIT), decode(" pcq"));
        assertEquals(List.of(Key.STOP, Key.STOP, Key.STOP), decode("xX!"));
    }

    @Test
    void ignoresWhatMeansNothing() {
        assertEquals(List.of(), decode("A[Bwyz\r\n\u001b[5\u001b"));
    }

    @Test
    void swallowsWhatATerminalTellsAboutItself() {
        assertEquals(List.of(Key.QUIT), decode("\u001b[?62;4;6c\u001b[?0u\u001b[?2026;2$yq"));
        assertEquals(List.of(), decode("\u001b[1;5A"));
    }

    @Test
    void findsTheWayBackAfterABrokenArrow() {
        assertEquals(List.of(Key.QUIT, Key.FASTER), decode("\u001bq\u001b\u001b[A"));
    }
}
