package gaitd.hal;

/**
 * Constants of the Unitree A1: joint order, limits and leg geometry.
 *
 * <p>Joint index is {@code 3 * leg + joint}; legs are FR, FL, RR, RL; joints of a leg are hip (abduction, axis +x), thigh
 * and calf (axis +y). The body frame has x forward, y left, z up. Limits are those of the vendor's SDK and lengths those
 * of its model file since 2022; no real robot was measured for this project.
 */
public final class A1 {
    /** Number of legs. */
    public static final int LEGS = 4;
    /** Number of actuated joints. */
    public static final int JOINTS = 12;
    /** Joints in a leg. */
    public static final int JOINTS_PER_LEG = 3;

    /** Front right leg. */
    public static final int FR = 0;
    /** Front left leg. */
    public static final int FL = 1;
    /** Rear right leg. */
    public static final int RR = 2;
    /** Rear left leg. */
    public static final int RL = 3;

    /** Hip (abduction) joint within a leg. */
    public static final int HIP = 0;
    /** Thigh joint within a leg. */
    public static final int THIGH = 1;
    /** Calf (knee) joint within a leg. */
    public static final int CALF = 2;

    /** Greatest joint torque of any joint, N m. */
    public static final double TORQUE_MAX_NM = 33.5;
    /** Greatest joint speed of any joint, rad/s. */
    public static final double SPEED_MAX_RAD_S = 21.0;

    /** Hip joint's distance ahead of (or behind) the trunk origin, m. */
    public static final double HIP_X_M = 0.1805;
    /** Hip joint's distance beside the trunk origin, m. */
    public static final double HIP_Y_M = 0.047;
    /** Distance from the hip axis to the leg's plane, m. */
    public static final double ABDUCTION_M = 0.0838;
    /** Length of the thigh, m. */
    public static final double THIGH_M = 0.2;
    /** Length of the calf, to the centre of the foot, m. */
    public static final double CALF_M = 0.2;
    /** Radius of the foot, m. */
    public static final double FOOT_RADIUS_M = 0.02;

    /** Mass that the controller assumes, kg. */
    public static final double MASS_KG = 12.45;

    private static final double[] MIN = {-0.802, -1.05, -2.7};
    private static final double[] MAX = {0.802, 4.19, -0.916};
    private static final String[] LEG_NAMES = {"FR", "FL", "RR", "RL"};
    private static final String[] JOINT_NAMES = {"hip", "thigh", "calf"};

    private A1() {}

    /**
     * Lower position limit.
     *
     * @param joint joint index, 0 to 11
     * @return the limit, rad
     */
    public static double positionMinRad(final int joint) {
        return MIN[joint % JOINTS_PER_LEG];
    }

    /**
     * Upper position limit.
     *
     * @param joint joint index, 0 to 11
     * @return the limit, rad
     */
    public static double positionMaxRad(final int joint) {
        return MAX[joint % JOINTS_PER_LEG];
    }

    /**
     * Whether a leg is a front leg: +1 for FR and FL, -1 for RR and RL.
     *
     * @param leg leg index
     * @return the sign of the hip's x
     */
    public static int frontSign(final int leg) {
        return leg < RR ? 1 : -1;
    }

    /**
     * On which side a leg is: +1 for FL and RL, -1 for FR and RR.
     *
     * @param leg leg index
     * @return the sign of the hip's y
     */
    public static int sideSign(final int leg) {
        return (leg & 1) == 0 ? -1 : 1;
    }

    /**
     * A leg's name such as {@code FR}; for messages, never in the tick.
     *
     * @param leg leg index
     * @return two letters
     */
    public static String legName(final int leg) {
        return LEG_NAMES[leg];
    }

    /**
     * A joint's name such as {@code FR_calf}; for messages, never in the tick.
     *
     * @param joint joint index, 0 to 11
     * @return leg and joint name
     */
    public static String jointName(final int joint) {
        return LEG_NAMES[joint / JOINTS_PER_LEG] + "_" + JOINT_NAMES[joint % JOINTS_PER_LEG];
    }
}
