package gaitd.hal.bus;

import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;

/**
 * The gear between rotor and joint, and the scale of the gains on the bus, both ways.
 *
 * <p>The ratio is that of the vendor's library; the two factors of the gains are those of its output-side example, and unproven on a
 * real motor. Called by bus threads and by simulated motors. Allocates nothing.
 */
public final class MotorGear {
    /** Turns of the rotor in one of the joint. */
    public static final double RATIO = 9.1;
    /** Rotor stiffness in N m/rad over the number on the wire. */
    public static final double STIFFNESS_FACTOR = 26.07;
    /** The number on the wire over rotor damping in N m s/rad. */
    public static final double DAMPING_FACTOR = 100;

    private static final double JOINT_STIFFNESS = RATIO * RATIO * STIFFNESS_FACTOR;
    private static final double JOINT_DAMPING = RATIO * RATIO / DAMPING_FACTOR;

    private MotorGear() {}

    /**
     * One joint's command for its motor. Targets that are not numbers take their gain with them; a torque that is none is 0.
     *
     * @param in not modified
     * @param joint joint index
     * @param zeros how its rotor stands
     * @param out mode, targets, torque and gains are overwritten
     */
    public static void toRotor(
            final JointCommands in, final int joint, final RotorCalibration zeros, final MotorCommand out) {
        final boolean position = Double.isFinite(in.q[joint]);
        final boolean speed = Double.isFinite(in.dq[joint]);
        final double direction = zeros.direction(joint);
        out.mode = in.mode[joint];
        out.positionRad = position ? zeros.zeroRad(joint) + direction * RATIO * in.q[joint] : 0;
        out.speedRadS = speed ? direction * RATIO * in.dq[joint] : 0;
        out.torqueNm = Double.isFinite(in.tau[joint]) ? direction * in.tau[joint] / RATIO : 0;
        out.stiffness = position ? in.kp[joint] / JOINT_STIFFNESS : 0;
        out.damping = speed ? in.kd[joint] / JOINT_DAMPING : 0;
    }

    /**
     * A damping command for one motor, wherever its rotor stands.
     *
     * @param kdNmSRad damping of the joint, N m s/rad
     * @param out mode, targets, torque and gains are overwritten
     */
    public static void damp(final double kdNmSRad, final MotorCommand out) {
        out.mode = MotorMode.SERVO;
        out.positionRad = 0;
        out.speedRadS = 0;
        out.torqueNm = 0;
        out.stiffness = 0;
        out.damping = kdNmSRad / JOINT_DAMPING;
    }

    /**
     * A motor's command as its joint feels it.
     *
     * @param in not modified
     * @param zeros how its rotor stands
     * @param joint joint index
     * @param out this joint's fields are overwritten
     */
    public static void toJoint(
            final MotorCommand in, final RotorCalibration zeros, final int joint, final JointCommands out) {
        final double direction = zeros.direction(joint);
        out.mode[joint] = in.mode;
        out.q[joint] = direction * (in.positionRad - zeros.zeroRad(joint)) / RATIO;
        out.dq[joint] = direction * in.speedRadS / RATIO;
        out.tau[joint] = direction * in.torqueNm * RATIO;
        out.kp[joint] = in.stiffness * JOINT_STIFFNESS;
        out.kd[joint] = in.damping * JOINT_DAMPING;
    }

    /**
     * A rotor's angle for a joint's.
     *
     * @param jointRad angle of the joint, rad
     * @param zeros how its rotor stands
     * @param joint joint index
     * @return angle of the rotor, rad
     */
    public static double rotorRad(final double jointRad, final RotorCalibration zeros, final int joint) {
        return zeros.zeroRad(joint) + zeros.direction(joint) * RATIO * jointRad;
    }

    /**
     * A joint's angle for its rotor's.
     *
     * @param rotorRad angle of the rotor, rad
     * @param zeros how its rotor stands
     * @param joint joint index
     * @return angle of the joint, rad
     */
    public static double jointRad(final double rotorRad, final RotorCalibration zeros, final int joint) {
        return zeros.direction(joint) * (rotorRad - zeros.zeroRad(joint)) / RATIO;
    }
}
