package gaitd.sim.robot;

import java.util.Arrays;

/**
 * Delay line of the values of one sensor, by a time that may change: what was read longest ago of what is younger than that, or the
 * oldest there is.
 *
 * <p>One entry a reading, for readings of 1 kHz or less; time that goes back empties it. Allocates nothing after construction.
 */
final class SensorDelay {
    private static final int ROOM = 64;
    private static final double ROUNDING_S = 1e-9;

    private final int width;
    private final double[] values;
    private final double[] timeS = new double[ROOM];
    private int newest;
    private int filled;

    SensorDelay(final int width) {
        this.width = width;
        values = new double[ROOM * width];
    }

    void clear() {
        filled = 0;
        Arrays.fill(timeS, 0);
    }

    /**
     * Takes a reading and gives an older one.
     *
     * @param nowS its time, s
     * @param delayS how much older
     * @param inOut the reading; overwritten by the older one
     */
    void pass(final double nowS, final double delayS, final double[] inOut) {
        if (filled > 0 && nowS < timeS[newest]) {
            filled = 0;
        }
        newest = (newest + 1) % ROOM;
        timeS[newest] = nowS;
        System.arraycopy(inOut, 0, values, width * newest, width);
        filled = Math.min(ROOM, filled + 1);
        int back = 0;
        while (back + 1 < filled && timeS[Math.floorMod(newest - back, ROOM)] > nowS - delayS + ROUNDING_S) {
            back++;
        }
        System.arraycopy(values, width * Math.floorMod(newest - back, ROOM), inOut, 0, width);
    }
}
