package gaitd.lab.imitate;

import java.util.Locale;

/**
 * Figures of a round; one line of the table.
 *
 * @param round from 1
 * @param steps policy steps so far
 * @param seconds of computing so far
 * @param teacherShare of environments that the teacher drove; 1 in recordings
 * @param error mean square of the difference from the teacher, of a component of the actions
 * @param reward mean sum of rewards of the round's episodes; NaN when none ended or none were gone
 * @param success their share of successes
 */
record ImitateRound(
        int round, long steps, double seconds, double teacherShare, double error, double reward, double success) {
    static final String HEADER = "round,steps,seconds,teacher_share,error,reward,success";

    private static final int COLUMNS = 7;
    private static final double PERCENT = 100;
    private static final int THOUSAND = 1000;

    /** Reads a line of the table; null when it is none. */
    static ImitateRound of(final String row) {
        final String[] cells = row.split(",", -1);
        if (cells.length != COLUMNS) {
            return null;
        }
        final double[] v = new double[COLUMNS];
        try {
            for (int i = 0; i < v.length; i++) {
                v[i] = Double.parseDouble(cells[i]);
            }
        } catch (final NumberFormatException e) {
            return null;
        }
        return new ImitateRound((int) v[0], (long) v[1], v[2], v[3], v[4], v[5], v[6]);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.4g,%.5g,%.5g,%.4g",
                round,
                steps,
                seconds,
                teacherShare,
                error,
                reward,
                success);
    }

    /** For a terminal or a log. */
    String line(final int rounds) {
        final String learned = String.format(
                Locale.ROOT,
                "round %3d of %d  %6d k steps  %5.0f s  error %.5f",
                round,
                rounds,
                steps / THOUSAND,
                seconds,
                error);
        return Double.isNaN(reward)
                ? learned
                : String.format(
                        Locale.ROOT,
                        "%s  teacher drives %3.0f %%  reward %7.3f  success %3.0f %%",
                        learned,
                        PERCENT * teacherShare,
                        reward,
                        PERCENT * success);
    }
}
