package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two terms, a of two values (0, 1) and b of one (2); an input is its value and, after a dot, its age in steps. */
class InputLayoutTest {
    private static TermFacts facts(final int steps, final HistoryOrder order, final HistoryLayout layout) {
        return new TermFacts(steps, order, layout, 0, List.of(), 0);
    }

    private static String text(final int[] sizes, final TermFacts... facts) {
        final InputLayout layout = InputLayout.of(sizes, facts);
        return IntStream.range(0, layout.inputs())
                .mapToObj(i -> layout.value(i) + "." + layout.lag(i))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "OLDEST_FIRST, BY_TERM, 0.2 1.2 0.1 1.1 0.0 1.0 2.2 2.1 2.0",
        "NEWEST_FIRST, BY_TERM, 0.0 1.0 0.1 1.1 0.2 1.2 2.0 2.1 2.2",
        "OLDEST_FIRST, BY_TIME, 0.2 1.2 2.2 0.1 1.1 2.1 0.0 1.0 2.0",
        "NEWEST_FIRST, BY_TIME, 0.0 1.0 2.0 0.1 1.1 2.1 0.2 1.2 2.2"
    })
    void stepsAreListedInTheirOrderByTermOrByTime(
            final HistoryOrder order, final HistoryLayout layout, final String expected) {
        final TermFacts three = facts(3, order, layout);
        assertEquals(expected, text(new int[] {2, 1}, three, three));
    }

    @Test
    void onlyNeighboursWithEqualHistoriesAreListedTogether() {
        final TermFacts two = facts(2, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TIME);
        assertEquals("0.0 1.1 2.1 1.0 2.0 3.0", text(new int[] {1, 1, 1, 1}, TermFacts.NONE, two, two, TermFacts.NONE));
        final TermFacts other = facts(2, HistoryOrder.NEWEST_FIRST, HistoryLayout.BY_TIME);
        assertEquals("0.1 0.0 1.0 1.1", text(new int[] {1, 1}, two, other));
    }

    @Test
    void tellsItsSizes() {
        final InputLayout layout = InputLayout.of(
                new int[] {2, 1}, TermFacts.NONE, facts(5, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM));
        assertEquals(7, layout.inputs());
        assertEquals(3, layout.values());
        assertEquals(5, layout.steps());
    }
}
