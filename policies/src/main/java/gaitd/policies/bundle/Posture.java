package gaitd.policies.bundle;

import java.util.Arrays;

/** Gains and default pose a policy was trained with, one value a joint in the manifest's joint order. Immutable. */
public final class Posture {
    private final double[] kp;
    private final double[] kd;
    private final double[] poseRad;

    /**
     * Made from copies.
     *
     * @param kp stiffnesses, N m/rad
     * @param kd dampings, N m s/rad
     * @param poseRad default joint angles, rad
     */
    public Posture(final double[] kp, final double[] kd, final double[] poseRad) {
        this.kp = kp.clone();
        this.kd = kd.clone();
        this.poseRad = poseRad.clone();
    }

    /**
     * Gains that are the same for all joints.
     *
     * @param kp stiffness, N m/rad
     * @param kd damping, N m s/rad
     * @param poseRad default joint angles, rad
     * @return the posture
     */
    public static Posture uniform(final double kp, final double kd, final double... poseRad) {
        final double[] stiffness = new double[poseRad.length];
        final double[] damping = new double[poseRad.length];
        Arrays.fill(stiffness, kp);
        Arrays.fill(damping, kd);
        return new Posture(stiffness, damping, poseRad);
    }

    /**
     * Stiffnesses.
     *
     * @return a copy, N m/rad
     */
    public double[] kp() {
        return kp.clone();
    }

    /**
     * Dampings.
     *
     * @return a copy, N m s/rad
     */
    public double[] kd() {
        return kd.clone();
    }

    /**
     * Default joint angles.
     *
     * @return a copy, rad
     */
    public double[] poseRad() {
        return poseRad.clone();
    }
}
