package gaitd.policies.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() throws FormatException {
        final Object value = JsonReader.parse(
                " {\"a\": [1, -2.5e3, true, false, null], \"b\\n\\u00e9\\\"\": {}, \"c\": [], \"d\": \"\\/\"} ");
        final Map<?, ?> map = (Map<?, ?>) value;
        assertEquals(Arrays.asList(1L, -2500.0, true, false, null), map.get("a"));
        assertEquals(Map.of(), map.get("b\né\""));
        assertEquals(List.of(), map.get("c"));
        assertEquals("/", map.get("d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[1 2]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "NaN",
                "Infinity",
                "1e999",
                "tru",
                "nul",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "[1]x",
                "\u0000",
                "\"\u0001\"",
                "-",
                "--1",
                "]"
            })
    void refusesWhatIsNotJson(final String text) {
        final String message = assertThrows(FormatException.class, () -> JsonReader.parse(text))
                .getMessage();
        assertTrue(message.startsWith("not JSON, line 1, column "), message);
    }

    @Test
    void namesLineAndColumn() {
        final String message = assertThrows(FormatException.class, () -> JsonReader.parse("{\n\"a\": 1,\n  \"a\": 2}"))
                .getMessage();
        assertTrue(message.startsWith("not JSON, line 3, column ") && message.contains("'a'"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void keepsWholeNumbersWholeAndAllOfThemFinite() throws FormatException {
        assertEquals(
                Arrays.asList(Long.MAX_VALUE, Long.MIN_VALUE, 0L, 1e19, 0.1, -0.0),
                JsonReader.parse("[9223372036854775807, -9223372036854775808, -0, 10000000000000000000, 1e-1, -0.0]"));
        assertThrows(FormatException.class, () -> JsonReader.parse("1" + "0".repeat(400)));
    }

    @Test
    void nestsToTheLimitAndNoDeeper() throws FormatException {
        JsonReader.parse("[".repeat(64) + "]".repeat(64));
        assertThrows(FormatException.class, () -> JsonReader.parse("[".repeat(65) + "]".repeat(65)));
        assertThrows(FormatException.class, () -> JsonReader.parse("{\"a\":".repeat(65) + "1" + "}".repeat(65)));
    }

    @Test
    void refusesNestingThatWouldOverflowTheStack() {
        assertThrows(FormatException.class, () -> JsonReader.parse("[".repeat(1_000_000)));
    }

    @Test
    void fieldsOfTheWrongKindAreNamed() throws FormatException {
        final JsonFields fields = new JsonFields("file", JsonReader.parse("{\"a\": [1, 2], \"n\": 7, \"o\": {}}"));
        refused(() -> fields.text("a"), "a: expected a text");
        refused(() -> fields.flag("n"), "n: expected true or false");
        refused(() -> fields.number("o"), "o: expected a number");
        refused(() -> fields.integer("n", 8, 9), "from 8 to 9");
        refused(() -> fields.integer("missing", 0, 9), "missing");
        refused(() -> fields.vector("a", 3), "3 numbers");
        refused(() -> fields.matrix("a", 2, 1), "1 numbers");
        refused(() -> fields.matrix("a", 3, 1), "3 rows");
        refused(() -> fields.object("a"), "a: expected a JSON object");
        refused(() -> fields.objects("n"), "a list");
        assertEquals(7, fields.integer("n", 0, 9));
    }

    private static void refused(final Executable read, final String why) {
        final String message = assertThrows(FormatException.class, read).getMessage();
        assertTrue(message.startsWith("file: ") && message.contains(why), message);
    }
}
