package gaitd.robot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import org.junit.jupiter.api.Test;

class LearnerTextTest {
    private static final long NOW_NS = 100_000_000_000L;

    private final Counters counters = new Counters();

    private void tell() {
        counters.set(Counter.LEARNER_TOLD_NS, NOW_NS);
        counters.set(Counter.LEARNER_STAGE, LearnerStage.TRAINING.ordinal());
        counters.set(Counter.LEARNER_REWARD_BITS, Double.doubleToRawLongBits(0.7714));
        counters.set(Counter.LEARNER_WON, 1);
        counters.set(Counter.LEARNER_REFUSED, 2);
        counters.set(Counter.LEARNER_ROLLED_BACK, 3);
        counters.set(Counter.LEARNER_FALLS, 4);
        counters.set(Counter.LEARNER_UPDATES, 146);
        counters.set(Counter.LEARNER_RESIDENT_BYTES, 121L << 20);
    }

    @Test
    void saysNothingWhereNoneHasBegun() {
        assertEquals("", LearnerText.state(counters, NOW_NS));
    }

    @Test
    void saysAllThatItKnows() {
        tell();
        assertEquals(
                "learner trains a candidate; reward 0.771 a second, 1 won, 2 refused, 3 rolled back, 4 falls, 146 updates,"
                        + " 121 MB",
                LearnerText.state(counters, NOW_NS + 9_000_000_000L));
    }

    @Test
    void saysThatItIsSilentWhenItDied() {
        tell();
        counters.set(Counter.LEARNER_REWARD_BITS, Double.doubleToRawLongBits(Double.NaN));
        assertEquals(
                "learner silent for 11 s, was: trains a candidate; 1 won, 2 refused, 3 rolled back, 4 falls, 146 updates,"
                        + " 121 MB",
                LearnerText.state(counters, NOW_NS + 11_000_000_000L));
    }

    /** Any process of the robot's group may write the counters. */
    @Test
    void survivesRubbish() {
        for (final long rubbish : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE}) {
            for (final Counter counter : Counter.values()) {
                counters.set(counter, rubbish);
            }
            assertEquals("learner ", LearnerText.state(counters, NOW_NS).substring(0, 8));
        }
    }
}
