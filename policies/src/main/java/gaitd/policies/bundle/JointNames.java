package gaitd.policies.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Matches a policy's joints with a robot's by their names: in either case, with or without {@code _joint} at their ends, in any order.
 */
public final class JointNames {
    private static final String ENDING = "_joint";

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

    private static String plain(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(ENDING) ? lower.substring(0, lower.length() - ENDING.length()) : lower;
    }
}
