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
    /** Least change of the counts of an unloaded foot from window to window that may be a drift. */
    private static final double DRIFT_MIN = 20;
    /** The same as a share of the rise under load, for sensors with more counts per newton. */
    private static final double DRIFT_SHARE = 0.25;
    /** How many such changes in a row, all up or all down, are one: fewer come by chance when a robot bounds over tiles. */
    private static final int DRIFTS = 4;
    /** How many windows in a row the counts must not rise: single ones come by chance on tiles. */
    private static final int FLATS = 3;

    private double windowS;
    private double loadedS;
    private double freeS;
    private double loadedSum;
    private double freeSum;
    private int least;
    private int greatest;
    private boolean wrong;
    private double rise;
    private double freeBefore;
    private int drifts;
    private int flats;

    void reset() {
        begin();
        wrong = false;
        rise = 0;
        freeBefore = Double.NaN;
        drifts = 0;
        flats = 0;
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
                final double free = freeSum / freeS;
                rise = loadedSum / loadedS - free;
                drift(free);
                flats = rise < RISE_MIN ? flats + 1 : 0;
                wrong = flats >= FLATS || least <= -FULL_SCALE || greatest >= FULL_SCALE || Math.abs(drifts) >= DRIFTS;
            }
            begin();
        }
    }

    private void drift(final double free) {
        final double change = free - freeBefore;
        freeBefore = free;
        if (!(Math.abs(change) > Math.max(DRIFT_MIN, DRIFT_SHARE * rise))) {
            drifts = 0;
        } else if (change > 0) {
            drifts = Math.max(0, drifts) + 1;
        } else {
            drifts = Math.min(0, drifts) - 1;
        }
    }

    /** Whether in the last windows the counts hit their end, did not rise with the load, or went on drifting. */
    boolean isWrong() {
        return wrong;
    }

    /** Mean counts under load less those without, in the last window that told. */
    double rise() {
        return rise;
    }
}
