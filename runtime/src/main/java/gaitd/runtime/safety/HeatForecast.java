package gaitd.runtime.safety;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * How hot motors are and how fast they become hotter.
 *
 * <p>The rise compares each temperature with its average over the last seconds: the difference over the average's time constant is
 * the rise a second. Temperatures come in whole degrees, so a rise of less than 2 degrees in that time is not counted. A motor's heat
 * does not jump: it counts as hot as the least of its readings of a tenth of a second. Used by one thread; allocates nothing after
 * construction.
 */
public final class HeatForecast {
    static final double AVERAGE_S = 20;
    static final double RISE_MIN_C = 2;
    private static final double SURE_S = 0.1;

    private final double share;
    private final int sureTicks;
    private final int[] leastC = new int[A1.JOINTS];
    private final int[] sureC = new int[A1.JOINTS];
    private final double[] averageC = new double[A1.JOINTS];
    private int ticks;
    private boolean begun;

    /**
     * A forecast before its first reading.
     *
     * @param periodNs time between readings, ns
     */
    public HeatForecast(final long periodNs) {
        final double periodS = periodNs * 1e-9;
        share = periodS / AVERAGE_S;
        sureTicks = (int) Math.max(1, Math.round(SURE_S / periodS));
        reset();
    }

    /** Forgets all readings. */
    public void reset() {
        begun = false;
        ticks = 0;
        Arrays.fill(leastC, Integer.MAX_VALUE);
    }

    /**
     * Takes a reading.
     *
     * @param motorsC a temperature of each joint, deg C, not modified
     * @return whether temperatures are known, false until the first tenth of a second is over
     */
    public boolean update(final int[] motorsC) {
        final boolean over = ++ticks >= sureTicks;
        for (int i = 0; i < A1.JOINTS; i++) {
            final int now = motorsC[i];
            leastC[i] = Math.min(leastC[i], now);
            sureC[i] = over ? leastC[i] : Math.min(sureC[i], now);
            leastC[i] = over ? now : leastC[i];
        }
        ticks = over ? 0 : ticks;
        final boolean sure = begun || over;
        for (int i = 0; i < A1.JOINTS && sure; i++) {
            averageC[i] = begun ? averageC[i] + share * (sureC[i] - averageC[i]) : sureC[i];
        }
        begun |= sure;
        return sure;
    }

    /**
     * A motor's temperature.
     *
     * @param joint 0 to 11
     * @return deg C, where temperatures are known
     */
    public int nowC(final int joint) {
        return sureC[joint];
    }

    /**
     * By how much a motor is hotter than its average of {@link #AVERAGE_S}.
     *
     * @param joint 0 to 11
     * @return K; less than {@link #RISE_MIN_C} is not counted as a rise
     */
    double riseK(final int joint) {
        return sureC[joint] - averageC[joint];
    }

    /**
     * Time until a motor reaches a temperature at its present rise.
     *
     * @param joint 0 to 11
     * @param limitC the temperature, deg C
     * @return s; infinite where it does not rise, or is hotter already
     */
    public double leftS(final int joint, final double limitC) {
        final double rise = riseK(joint);
        return rise >= RISE_MIN_C && sureC[joint] <= limitC
                ? (limitC - sureC[joint]) * AVERAGE_S / rise
                : Double.POSITIVE_INFINITY;
    }
}
