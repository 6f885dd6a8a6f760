package gaitd.policies.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TomlViewTest {
    private final List<String> problems = new ArrayList<>();

    private TomlView view(final String text) {
        return TomlReader.parse(text, "file", (where, what) -> problems.add(where + ": " + what));
    }

    private void assertProblem(final String expected) {
        assertEquals(List.of(expected), problems);
        problems.clear();
    }

    @Test
    void readsPastAByteOrderMark() {
        assertEquals(3, view("\ufeff\na = 3\n").size("a", 0, 9));
        assertEquals(2, view("\ufeff\na = 3\n").line("a"));
        assertEquals(List.of(), problems);
    }

    @Test
    void namesUnknownKeysAndTablesWithLineAndTheNearestKnown() {
        final TomlView view = view("colour = 1\n\n[layres]\n");
        assertTrue(!view.has("layers") && !view.has("width"));
        view.end();
        assertEquals(
                List.of(
                        "file: line 1: unknown key 'colour'",
                        "file: line 3: unknown table [layres], did you mean [layers]?"),
                problems);
    }

    @Test
    void rangesAreTwoNumbersOrOneForBoth() {
        final TomlView view = view("a = [1, 2]\nb = 2\nc = [3, 1]\nd = [1, 2, 3]\n");
        assertArrayEquals(new double[] {1, 2}, view.range("a", 0, 5));
        assertArrayEquals(new double[] {2, 2}, view.range("b", 0, 5));
        assertEquals(List.of(), problems);
        view.range("c", 0, 5);
        assertProblem("file c: [3.0, 1.0], its least value exceeds its greatest");
        view.range("d", 0, 5);
        assertProblem("file d: a list of 3, expected one number or a list of 2, each from 0.0 to 5.0");
    }

    @Test
    void boundsBelongToTheRange() {
        final TomlView view = view("a = 5\nb = 6\n");
        assertEquals(5, view.number("a", 0, 5));
        assertEquals(6, view.whole("b", 6, 7));
        assertEquals(List.of(), problems);
        assertEquals(0, view.number("b", 0, 5));
        assertProblem("file b: 6, expected a number from 0.0 to 5.0");
        assertEquals(6, view.whole("a", 6, 7));
        assertProblem("file a: 5, expected a whole number from 6 to 7");
    }

    @Test
    void whatIsNoTableIsNone() {
        assertNull(view("a = 3\n").table("a"));
        assertProblem("file a: 3, expected a table");
        assertEquals(List.of(), view("[a]\n").tables("a", 2));
        assertProblem("file a: a table, expected a list of 1 to 2 tables");
        assertEquals(List.of(), view("[[a]]\n[[a]]\n[[a]]\n").tables("a", 2));
        assertProblem("file a: a list of 3, expected a list of 1 to 2 tables");
    }
}
