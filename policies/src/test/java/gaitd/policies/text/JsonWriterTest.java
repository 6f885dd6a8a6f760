package gaitd.policies.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    /** A record of a report. */
    record Point(String name, double x) {}

    private static Map<String, Object> everyKind() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "a \"b\"\n\u00e9");
        values.put("numbers", new double[] {0.1, -0.0, 1e300});
        values.put("whole", List.of(3, 4L));
        values.put("single", 0.5f);
        values.put("flag", true);
        values.put("constant", Thread.State.NEW);
        values.put("none", null);
        values.put("no number", new Object[] {Double.NaN, Float.POSITIVE_INFINITY});
        values.put("record", new Point("p", 2));
        values.put("counts", new int[] {1, 2});
        return values;
    }

    @Test
    void writesEveryKindAsItIsReadBack() throws FormatException {
        for (final String text : List.of(JsonWriter.line(everyKind()), JsonWriter.lines(everyKind()))) {
            final Map<?, ?> read = (Map<?, ?>) JsonReader.parse(text);
            assertEquals("a \"b\"\n\u00e9", read.get("text"));
            assertEquals(List.of(0.1, -0.0, 1e300), read.get("numbers"));
            assertEquals(List.of(3L, 4L), read.get("whole"));
            assertEquals(0.5, read.get("single"));
            assertEquals(true, read.get("flag"));
            assertEquals("NEW", read.get("constant"));
            assertTrue(read.containsKey("none") && read.get("none") == null);
            assertEquals(Arrays.asList(null, null), read.get("no number"));
            assertEquals(Map.of("name", "p", "x", 2.0), read.get("record"));
            assertEquals(List.of(1L, 2L), read.get("counts"));
        }
    }

    @Test
    void oneLineOrOneFieldALine() {
        assertEquals(1, JsonWriter.line(everyKind()).lines().count());
        assertTrue(JsonWriter.lines(everyKind()).lines().count() > 9);
    }

    /** The form that scripts search for. */
    @Test
    void keysAreFollowedByAColonBetweenBlanksWhereLinesAreBroken() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("digest", "ab");
        values.put("list", new double[] {1, 0.5});
        values.put("map", Map.of("p50", 1.0E-5));
        assertEquals("""
                {
                  "digest" : "ab",
                  "list" : [ 1.0, 0.5 ],
                  "map" : {
                    "p50" : 1.0E-5
                  }
                }""", JsonWriter.lines(values));
        assertEquals("{\"digest\":\"ab\",\"list\":[1.0,0.5],\"map\":{\"p50\":1.0E-5}}", JsonWriter.line(values));
    }

    @Test
    void refusesWhatIsNoValue() {
        assertThrows(IllegalArgumentException.class, () -> JsonWriter.line(Map.of("a", Thread.currentThread())));
    }
}
