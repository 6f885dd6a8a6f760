package gaitd.sim.robot;

import gaitd.hal.A1;

/** Poses that a robot can be placed in at rest, over ground of a known height. */
public enum StartPose {
    /** On folded legs, feet touching. */
    LYING(1.3, -2.65, false),
    /** On its feet, straight under the hips. */
    STANDING(0.8, -1.6, false),
    /** On its back, legs folded. */
    BACK(1.3, -2.65, true);

    private static final double BACK_M = 0.06;

    private final double thighRad;
    private final double calfRad;
    private final boolean onBack;

    StartPose(final double thighRad, final double calfRad, final boolean onBack) {
        this.thighRad = thighRad;
        this.calfRad = calfRad;
        this.onBack = onBack;
    }

    /** Height of the trunk's origin over the ground, m. */
    double heightM() {
        return onBack
                ? BACK_M
                : A1.THIGH_M * StrictMath.cos(thighRad)
                        + A1.CALF_M * StrictMath.cos(thighRad + calfRad)
                        + A1.FOOT_RADIUS_M;
    }

    /** Orientation, w x y z. */
    double[] quaternion() {
        return onBack ? new double[] {0, 1, 0, 0} : new double[] {1, 0, 0, 0};
    }

    /** Joint angles, 12, rad. */
    public double[] jointsRad() {
        final double[] joints = new double[A1.JOINTS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            joints[A1.JOINTS_PER_LEG * leg + A1.THIGH] = thighRad;
            joints[A1.JOINTS_PER_LEG * leg + A1.CALF] = calfRad;
        }
        return joints;
    }
}
