package gaitd.bench.turns;

/**
 * One side of a measurement of rates.
 *
 * @param key name for reports
 * @param work runs a number of robot-steps
 */
public record Candidate(String key, Work work) {
    /** A piece of work. */
    @FunctionalInterface
    public interface Work {
        /**
         * Works.
         *
         * @param robotSteps how many steps of one robot to do, at least; a multiple of {@link #grain()} is done exactly
         */
        void run(int robotSteps);

        /**
         * Smallest number of steps that is run at once.
         *
         * @return robot-steps, 1 or more
         */
        default int grain() {
            return 1;
        }
    }
}
