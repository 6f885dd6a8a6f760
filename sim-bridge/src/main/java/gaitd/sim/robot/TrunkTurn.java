package gaitd.sim.robot;

import gaitd.maths.EulerAngles;
import gaitd.sim.engine.Simulator;

/** Turns a trunk that hangs to an attitude at a person's speed, and holds it there. Allocates nothing after construction. */
final class TrunkTurn {
    private static final double TURNING_1_S = 6;
    private static final double TURNING_MAX_RAD_S = 0.6;

    private final double[] attitude = new double[4];
    private final double[] rpyRad = new double[3];
    private final double[] spinRadS = new double[3];

    TrunkTurn() {
        attitude[0] = 1;
    }

    /** Sets the attitude, as roll, pitch and yaw (Z-Y-X), rad. */
    void to(final double rollRad, final double pitchRad, final double yawRad) {
        rpyRad[0] = rollRad;
        rpyRad[1] = pitchRad;
        rpyRad[2] = yawRad;
        EulerAngles.quaternion(rpyRad, attitude);
    }

    /** Sets the level attitude with the heading that the trunk has. */
    void level(final double[] quaternion) {
        final double length = Math.sqrt(quaternion[0] * quaternion[0] + quaternion[3] * quaternion[3]);
        attitude[0] = length > 0 ? quaternion[0] / length : 1;
        attitude[1] = 0;
        attitude[2] = 0;
        attitude[3] = length > 0 ? quaternion[3] / length : 0;
    }

    /** Before a step. The error's vector part, in trunk axes, is half its angle when small. */
    void step(final Simulator sim) {
        final double[] q = sim.state().baseQuaternion;
        final double[] a = attitude;
        final double w = q[0] * a[0] + q[1] * a[1] + q[2] * a[2] + q[3] * a[3];
        final double[] now = sim.state().baseAngularVelocity;
        final double side = 2 * TURNING_1_S * (w < 0 ? -1 : 1);
        spinRadS[0] = wanted(side * (q[0] * a[1] - q[1] * a[0] - q[2] * a[3] + q[3] * a[2])) - now[0];
        spinRadS[1] = wanted(side * (q[0] * a[2] - q[2] * a[0] - q[3] * a[1] + q[1] * a[3])) - now[1];
        spinRadS[2] = wanted(side * (q[0] * a[3] - q[3] * a[0] - q[1] * a[2] + q[2] * a[1])) - now[2];
        sim.spin(spinRadS);
    }

    private static double wanted(final double speedRadS) {
        return Math.clamp(speedRadS, -TURNING_MAX_RAD_S, TURNING_MAX_RAD_S);
    }
}
