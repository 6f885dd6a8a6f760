package gaitd.policies.learn;

/**
 * How a student learns from a teacher.
 *
 * @param steps of every environment in a round
 * @param rounds whose demonstrations are kept for learning, the newest ones
 * @param epochs over all of them after each round
 * @param batch sequences that are learned from at once
 * @param window steps that errors flow back through; the state goes on across windows
 * @param rate step size in the first round
 * @param rateEnd step size in the last round
 * @param mix share of environments that the teacher drives in the second round; its square in the third, and so on; all in the first
 */
public record ImitationSettings(
        int steps, int rounds, int epochs, int batch, int window, double rate, double rateEnd, double mix) {
    private static final int MOST = 65_536;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException in one line when one is out of range
     */
    public ImitationSettings {
        requireCount("steps of a round", steps);
        requireCount("rounds to keep", rounds);
        requireCount("epochs", epochs);
        requireCount("sequences at once", batch);
        requireCount("steps of a window", window);
        if (steps % window != 0) {
            throw new IllegalArgumentException(
                    "windows of %d steps do not divide a round of %d: expected a divisor of it"
                            .formatted(window, steps));
        }
        if (!(rate > 0 && rate <= 1 && rateEnd > 0 && rateEnd <= 1)) {
            throw new IllegalArgumentException("rates %s and %s: expected above 0 to 1".formatted(rate, rateEnd));
        }
        if (!(mix >= 0 && mix <= 1)) {
            throw new IllegalArgumentException("share of the teacher " + mix + ": expected from 0 to 1");
        }
    }

    private static void requireCount(final String what, final int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(what + " " + count + ": expected from 1 to " + MOST);
        }
    }

    /**
     * Share of environments that the teacher drives.
     *
     * @param round from 0
     * @return 0 to 1
     */
    public double teacherShare(final int round) {
        double share = 1;
        for (int i = 0; i < round && share > 0; i++) {
            share *= mix;
        }
        return share;
    }

    /**
     * Step size of a round, along a line.
     *
     * @param round from 0
     * @param planned rounds of the whole
     * @return from {@link #rate} in the first to {@link #rateEnd} in the last
     */
    double rate(final int round, final int planned) {
        final double share = planned > 1 ? (double) round / (planned - 1) : 0;
        return rate + Math.min(1, share) * (rateEnd - rate);
    }
}
