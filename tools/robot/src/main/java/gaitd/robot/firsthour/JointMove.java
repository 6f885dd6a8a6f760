package gaitd.robot.firsthour;

import gaitd.hal.A1;

/**
 * How a person names the movements of a joint, and which sign each has: hips turn about the axis that points forward, thighs and calves about
 * the one that points left.
 */
final class JointMove {
    private static final String[] LEGS = {"front right", "front left", "rear right", "rear left"};
    private static final String[] NEGATIVE = {"", "swing forward", "fold its knee"};
    private static final String[] POSITIVE = {"", "swing backward", "stretch its knee"};

    private JointMove() {}

    /** Such as {@code front right}. */
    static String leg(final int leg) {
        return LEGS[leg];
    }

    /**
     * Where a joint goes.
     *
     * @param joint joint index
     * @param sign of its angle's change, 1 or -1
     * @return such as {@code swing outward}
     */
    static String words(final int joint, final int sign) {
        final int kind = joint % A1.JOINTS_PER_LEG;
        if (kind == A1.HIP) {
            return sign == outwardSign(joint) ? "swing outward" : "swing inward";
        }
        return sign < 0 ? NEGATIVE[kind] : POSITIVE[kind];
    }

    /** Sign of a hip that lifts its leg outward: right legs negative, left legs positive. */
    static int outwardSign(final int joint) {
        return A1.sideSign(joint / A1.JOINTS_PER_LEG);
    }

    /**
     * Sign of the movement that is asked for first: hip outward, thigh forward, the knee to the side where it has more room.
     *
     * @param joint joint index
     * @param angleRad where it is, rad
     * @return 1 or -1
     */
    static int firstSign(final int joint, final double angleRad) {
        return switch (joint % A1.JOINTS_PER_LEG) {
            case A1.HIP -> outwardSign(joint);
            case A1.THIGH -> -1;
            default -> 2 * angleRad > A1.positionMinRad(joint) + A1.positionMaxRad(joint) ? -1 : 1;
        };
    }
}
