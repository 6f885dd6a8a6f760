package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SideTest {
    private final Side side = new Side();

    private void round(final long... us) {
        final Histogram round = new Histogram(3);
        for (final long value : us) {
            round.recordValue(value * 1000);
        }
        side.add(round);
    }

    @Test
    void takesMediansOfRoundsAndTheGreatestOfAll() {
        round(10, 11, 100);
        round(20, 21, 22);
        round(30, 31, 32);
        assertEquals(21, side.percentileUs(50), 0.05);
        assertEquals(32, side.percentileUs(99), 0.05);
        assertEquals(100, side.us().get("max"), 0.1);
        assertEquals(9, side.all().getTotalCount());
    }

    @Test
    void takesTheMeanOfTheMiddleOfAnEvenNumber() {
        round(10);
        round(20);
        assertEquals(15, side.percentileUs(50), 0.05);
    }
}
