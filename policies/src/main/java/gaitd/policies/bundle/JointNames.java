package gaitd.policies.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Matches a policy's joints with a robot's by their names: in either case, with or without {@code _joint} at their ends, in any order.
 */
public final class JointNames {
    private static final String ENDING = "_joint";
    private static final int LEGS = 4;

    private JointNames() {}

    /**
     * Finds each joint of a policy in a robot.
     *
     * @param policy names of the policy's joints in its order
     * @param robot names of the robot's joints in its order
     * @return for each of the policy's joints the index of the robot's; null unless each of the robot's is named once
     */
    public static int[] places(final List<String> policy, final List<String> robot) {
        final List<String> known = robot.stream().map(JointNames::plain).toList();
        final int[] places =
                policy.stream().mapToInt(name -> known.indexOf(plain(name))).toArray();
        final boolean complete = policy.size() == robot.size()
                && Arrays.stream(places).filter(place -> place >= 0).distinct().count() == robot.size();
        return complete ? places : null;
    }

    /**
     * The order that lists of joints are often mistaken for: by kind of joint for one by leg, and the other way round.
     *
     * @param names of the joints of {@value #LEGS} legs, leg by leg or kind by kind
     * @return the same names in the other order
     */
    static List<String> turned(final List<String> names) {
        final boolean byLeg = leg(names.get(0)).equals(leg(names.get(1)));
        final int rows = byLeg ? LEGS : names.size() / LEGS;
        final int columns = names.size() / rows;
        return IntStream.range(0, rows * columns)
                .mapToObj(i -> names.get(i % rows * columns + i / rows))
                .toList();
    }

    private static String leg(final String name) {
        return name.substring(0, Math.max(0, name.indexOf('_')));
    }

    private static String plain(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(ENDING) ? lower.substring(0, lower.length() - ENDING.length()) : lower;
    }
}
