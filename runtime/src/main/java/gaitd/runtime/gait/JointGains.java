package gaitd.runtime.gait;

import gaitd.hal.A1;

/** Stiffness and damping of every joint. Immutable. */
public final class JointGains {
    final double[] kp;
    final double[] kd;

    /**
     * Copies both arrays.
     *
     * @param kp stiffnesses, 12, N m/rad
     * @param kd dampings, 12, N m s/rad
     * @throws IllegalArgumentException when there are not 12 of each
     */
    public JointGains(final double[] kp, final double[] kd) {
        if (kp.length != A1.JOINTS || kd.length != A1.JOINTS) {
            throw new IllegalArgumentException(
                    "gains of " + kp.length + " and " + kd.length + " joints, expected " + A1.JOINTS);
        }
        this.kp = kp.clone();
        this.kd = kd.clone();
    }
}
