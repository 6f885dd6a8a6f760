package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.bundle.HistoryLayout;
import gaitd.policies.bundle.HistoryOrder;
import gaitd.policies.bundle.InputLayout;
import gaitd.policies.bundle.TermFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationHistoryTest {
    private final TermFacts two = new TermFacts(2, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, 0, List.of(), 0);
    private final ObservationHistory history =
            new ObservationHistory(InputLayout.of(new int[] {1, 2}, TermFacts.NONE, two));
    private final float[] input = new float[5];

    private float[] after(final float first, final float second, final float third) {
        history.push(new float[] {first, second, third}, input);
        return input.clone();
    }

    @Test
    void theFirstStepStandsForThoseBeforeAndEachLaterOneMovesOn() {
        assertArrayEquals(new float[] {1, 2, 3, 2, 3}, after(1, 2, 3));
        assertArrayEquals(new float[] {4, 2, 3, 5, 6}, after(4, 5, 6));
        assertArrayEquals(new float[] {7, 5, 6, 8, 9}, after(7, 8, 9));
        history.reset();
        assertArrayEquals(new float[] {1, 2, 2, 2, 2}, after(1, 2, 2));
    }

    /** Over many more steps than the history is long. */
    @Test
    void anInputIsTheValueOfItsStep() {
        final TermFacts seven = new TermFacts(7, HistoryOrder.NEWEST_FIRST, HistoryLayout.BY_TIME, 0, List.of(), 0);
        final InputLayout layout = InputLayout.of(new int[] {2, 1}, seven, seven);
        final ObservationHistory kept = new ObservationHistory(layout);
        final float[] row = new float[layout.inputs()];
        for (int step = 0; step < 50; step++) {
            kept.push(new float[] {step, step + 100, step + 200}, row);
            for (int i = 0; i < row.length; i++) {
                assertEquals(Math.max(0, step - layout.lag(i)) + 100 * layout.value(i), row[i]);
            }
        }
    }
}
