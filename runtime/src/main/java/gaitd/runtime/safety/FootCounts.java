package gaitd.runtime.safety;

/**
 * The counts of one foot's sensor over two seconds of walking, apart for when the leg's torques carry weight and when they
 * carry none. Called once a state; allocates nothing.
 */
final class FootCounts {
    private static final double WINDOW_S = 2;
    /** Least time of either kind in a window without which it says nothing: the foot did not step. */
    private static final double EACH_MIN_S = 0.2;

    private static final double LOADED_N = 25;
    private static final double FREE_N = 8;
    private static final int FULL_SCALE = 32_000;
    private static final double RISE_MIN = 3;

    private double windowS;
    private double loadedS;
    private double freeS;
    private double loadedSum;
    private double freeSum;
    private int least;
    private int greatest;
    private boolean wrong;
    private double rise;

    void reset() {
        begin();
        wrong = false;
        rise = 0;
    }

    private void begin() {
        windowS = 0;
        loadedS = 0;
        freeS = 0;
        loadedSum = 0;
        freeSum = 0;
        least = Integer.MAX_VALUE;
        greatest = Integer.MIN_VALUE;
    }

    /** One new state of a walking robot. */
    void add(final int counts, final double forceN, final double stepS) {
        windowS += stepS;
        least = Math.min(least, counts);
        greatest = Math.max(greatest, counts);
        if (forceN > LOADED_N) {
            loadedS += stepS;
            loadedSum += stepS * counts;
        } else if (forceN < FREE_N) {
            freeS += stepS;
            freeSum += stepS * counts;
        }
        if (windowS >= WINDOW_S) {
            if (loadedS >= EACH_MIN_S && freeS >= EACH_MIN_S) {
                rise = loadedSum / loadedS - freeSum / freeS;
                wrong = rise < RISE_MIN || least == greatest || least <= -FULL_SCALE || greatest >= FULL_SCALE;
            }
            begin();
        }
    }

    /** Whether in the last window the counts stood still, hit their end, or did not rise with the load. */
    boolean isWrong() {
        return wrong;
    }

    /** Mean counts under load less those without, in the last window that told. */
    double rise() {
        return rise;
    }
}
