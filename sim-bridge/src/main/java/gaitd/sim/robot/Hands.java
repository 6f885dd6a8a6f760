package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import java.util.Arrays;

/**
 * A person's hands on a simulated robot: they lead joints to angles, press on soles, and turn a robot that hangs in its straps.
 *
 * <p>A hand pulls at a joint like a soft spring whose other end moves at a person's speed, and no harder than a person pushes a limb; its pull
 * comes on top of the drive's and is not in the torque that the robot reports. Called once a physics step. Allocates nothing after construction.
 */
public final class Hands {
    /** Greatest torque of a hand on a joint, N m. */
    public static final double TORQUE_MAX_NM = 10;

    private static final double STIFFNESS_NM_RAD = 60;
    private static final double LEADING_RAD_S = 1;
    private static final double TURNING_1_S = 6;
    private static final double TURNING_MAX_RAD_S = 0.6;

    private final double[] goalRad = new double[A1.JOINTS];
    private final double[] handRad = new double[A1.JOINTS];
    private final double[] torqueNm = new double[A1.JOINTS];
    private final double[] pressedN = new double[A1.LEGS];
    private final double[] attitude = new double[4];
    private final double[] spinRadS = new double[3];
    private boolean turning;

    /** Hands that hold nothing. */
    public Hands() {
        Arrays.fill(goalRad, Double.NaN);
    }

    /**
     * Leads a joint to an angle and holds it there; beyond its stop, it is pushed against the stop.
     *
     * @param joint joint index
     * @param angleRad where to, rad
     * @param nowRad where the joint is now, rad
     */
    public void lead(final int joint, final double angleRad, final double nowRad) {
        if (Double.isNaN(goalRad[joint])) {
            handRad[joint] = nowRad;
        }
        goalRad[joint] = angleRad;
    }

    /**
     * Lets go of a joint.
     *
     * @param joint joint index
     */
    public void letGo(final int joint) {
        goalRad[joint] = Double.NaN;
        torqueNm[joint] = 0;
    }

    /**
     * Presses on the sole of a foot.
     *
     * @param leg leg index
     * @param forceN how hard, N; 0 lets go
     */
    public void press(final int leg, final double forceN) {
        pressedN[leg] = forceN;
    }

    /**
     * Turns the trunk of a robot that hangs to an attitude, and holds it there.
     *
     * @param rollRad right side down positive, rad
     * @param pitchRad nose down positive, rad
     * @param yawRad to the left positive, rad
     */
    public void turn(final double rollRad, final double pitchRad, final double yawRad) {
        final double cr = StrictMath.cos(rollRad / 2);
        final double sr = StrictMath.sin(rollRad / 2);
        final double cp = StrictMath.cos(pitchRad / 2);
        final double sp = StrictMath.sin(pitchRad / 2);
        final double cy = StrictMath.cos(yawRad / 2);
        final double sy = StrictMath.sin(yawRad / 2);
        attitude[0] = cr * cp * cy + sr * sp * sy;
        attitude[1] = sr * cp * cy - cr * sp * sy;
        attitude[2] = cr * sp * cy + sr * cp * sy;
        attitude[3] = cr * cp * sy - sr * sp * cy;
        turning = true;
    }

    /** Before a step: adds to the drives' torques and turns the trunk. */
    void step(final Simulator sim, final boolean hangs, final double[] driveNm) {
        final SimState state = sim.state();
        for (int j = 0; j < A1.JOINTS; j++) {
            if (!Double.isNaN(goalRad[j])) {
                final double far = LEADING_RAD_S * sim.timeStepS();
                handRad[j] += Math.clamp(goalRad[j] - handRad[j], -far, far);
                torqueNm[j] = Math.clamp(STIFFNESS_NM_RAD * (handRad[j] - state.q[j]), -TORQUE_MAX_NM, TORQUE_MAX_NM);
                driveNm[j] += torqueNm[j];
            }
        }
        if (turning && hangs) {
            turn(sim);
        }
    }

    /** Toward the attitude at a person's speed: the error's vector part, in trunk axes, is half its angle when small. */
    private void turn(final Simulator sim) {
        final double[] q = sim.state().baseQuaternion;
        final double[] a = attitude;
        final double w = q[0] * a[0] + q[1] * a[1] + q[2] * a[2] + q[3] * a[3];
        final double[] w0 = sim.state().baseAngularVelocity;
        final double side = 2 * TURNING_1_S * (w < 0 ? -1 : 1);
        spinRadS[0] = wanted(side * (q[0] * a[1] - q[1] * a[0] - q[2] * a[3] + q[3] * a[2])) - w0[0];
        spinRadS[1] = wanted(side * (q[0] * a[2] - q[2] * a[0] - q[3] * a[1] + q[1] * a[3])) - w0[1];
        spinRadS[2] = wanted(side * (q[0] * a[3] - q[3] * a[0] - q[1] * a[2] + q[2] * a[1])) - w0[2];
        sim.spin(spinRadS);
    }

    private static double wanted(final double speedRadS) {
        return Math.clamp(speedRadS, -TURNING_MAX_RAD_S, TURNING_MAX_RAD_S);
    }

    /** What a hand adds to a joint, N m. */
    double torqueNm(final int joint) {
        return torqueNm[joint];
    }

    /** What presses on a foot, N. */
    double pressedN(final int leg) {
        return pressedN[leg];
    }
}
