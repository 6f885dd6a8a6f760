package gaitd.robot.report;

import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.Counters;
import java.util.Locale;

/** What a learner knows, as text. */
public final class LearnerText {
    /** A learner tells something every second, unless it waits for the core that it gets last. */
    private static final long SILENT_NS = 10_000_000_000L;

    private static final LearnerStage[] STAGES = LearnerStage.values();
    private static final double BYTES_A_MB = 1 << 20;
    private static final double NS_PER_S = 1e9;

    private LearnerText() {}

    /**
     * What it is at, with its figures.
     *
     * @param counters that it writes
     * @param nowNs monotonic clock, ns
     * @return such as {@code learner trains a candidate; reward 0.771 a second, 1 won, 0 refused, 0 rolled back, 0 falls, 146 updates, 121 MB};
     *     empty when there is none
     */
    public static String state(final Counters counters, final long nowNs) {
        final long toldNs = counters.get(Counter.LEARNER_TOLD_NS);
        if (toldNs == 0) {
            return "";
        }
        final StringBuilder text = new StringBuilder("learner ");
        if (nowNs - toldNs > SILENT_NS) {
            text.append(String.format(Locale.ROOT, "silent for %.0f s, was: ", (nowNs - toldNs) / NS_PER_S));
        }
        text.append(STAGES[Math.clamp(counters.get(Counter.LEARNER_STAGE), 0, STAGES.length - 1)].meaning);
        final double reward = Double.longBitsToDouble(counters.get(Counter.LEARNER_REWARD_BITS));
        text.append(Double.isNaN(reward) ? "; " : String.format(Locale.ROOT, "; reward %.3f a second, ", reward));
        return text.append(String.format(
                        Locale.ROOT,
                        "%d won, %d refused, %d rolled back, %d falls, %d updates, %.0f MB",
                        counters.get(Counter.LEARNER_WON),
                        counters.get(Counter.LEARNER_REFUSED),
                        counters.get(Counter.LEARNER_ROLLED_BACK),
                        counters.get(Counter.LEARNER_FALLS),
                        counters.get(Counter.LEARNER_UPDATES),
                        counters.get(Counter.LEARNER_RESIDENT_BYTES) / BYTES_A_MB))
                .toString();
    }
}
