package gaitd.bench.faults;

import java.util.List;

/**
 * A walk of a robot that works.
 *
 * @param number decides everything that is drawn
 * @param ground name of the ground
 * @param activity how it walks
 * @param condition what it has to put up with
 */
record CleanCase(long number, String ground, Activity activity, CleanCondition condition) {
    private static final List<String> GROUNDS = List.of("flat", "rough:0.02", "tiles:0.03", "waves:0.04", "slope:8");
    private static final List<Activity> WALKS =
            List.of(Activity.TROT, Activity.POLICY, Activity.WALK, Activity.PACE, Activity.BOUND);

    /** The walk of a number; all combinations come in turn. */
    static CleanCase of(final long number) {
        final CleanCondition[] conditions = CleanCondition.values();
        final int grounds = GROUNDS.size();
        return new CleanCase(
                number,
                GROUNDS.get((int) (number / conditions.length % grounds)),
                WALKS.get((int) (number / ((long) conditions.length * grounds) % WALKS.size())),
                conditions[(int) (number % conditions.length)]);
    }
}
