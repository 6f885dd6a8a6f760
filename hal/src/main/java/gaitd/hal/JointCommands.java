package gaitd.hal;

import java.util.Arrays;

/**
 * What the twelve motor drives are asked to do until the next command.
 *
 * <p>In {@link MotorMode#SERVO} a drive produces tau + kp (q - q_measured) + kd (dq - dq_measured). Written by the gait
 * controller, corrected by the safety governor, read by the port. Not thread-safe.
 */
public final class JointCommands {
    /** Motor modes, see {@link MotorMode}. */
    public final int[] mode = new int[A1.JOINTS];
    /** Target angles, rad. */
    public final double[] q = new double[A1.JOINTS];
    /** Target speeds, rad/s. */
    public final double[] dq = new double[A1.JOINTS];
    /** Feed-forward torques, N m. */
    public final double[] tau = new double[A1.JOINTS];
    /** Stiffnesses, N m/rad. */
    public final double[] kp = new double[A1.JOINTS];
    /** Dampings, N m s/rad. */
    public final double[] kd = new double[A1.JOINTS];

    /**
     * Copies every field of other commands.
     *
     * @param other the commands to copy, not modified
     */
    public void set(final JointCommands other) {
        System.arraycopy(other.mode, 0, mode, 0, A1.JOINTS);
        System.arraycopy(other.q, 0, q, 0, A1.JOINTS);
        System.arraycopy(other.dq, 0, dq, 0, A1.JOINTS);
        System.arraycopy(other.tau, 0, tau, 0, A1.JOINTS);
        System.arraycopy(other.kp, 0, kp, 0, A1.JOINTS);
        System.arraycopy(other.kd, 0, kd, 0, A1.JOINTS);
    }

    /**
     * Makes every joint a pure damper: servo mode, no stiffness, no torque.
     *
     * @param kdNmSRad damping, N m s/rad
     */
    public void damp(final double kdNmSRad) {
        Arrays.fill(mode, MotorMode.SERVO);
        Arrays.fill(q, 0.0);
        Arrays.fill(dq, 0.0);
        Arrays.fill(tau, 0.0);
        Arrays.fill(kp, 0.0);
        Arrays.fill(kd, kdNmSRad);
    }
}
