package gaitd.bench.turns;

/**
 * Something whose rate is measured.
 *
 * @param key name for reports
 * @param work does a number of robot-steps and returns when they are done
 */
public record Contestant(String key, Work work) {
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
         * The least that is done at once.
         *
         * @return robot-steps, 1 or more
         */
        default int grain() {
            return 1;
        }
    }
}
