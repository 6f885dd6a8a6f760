package gaitd.robot.view;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.util.Random;

/** Frames of a robot that trots along a wide circle; made by formula, so that they need neither loop nor engine. */
@SuppressWarnings("EnumOrdinal")
final class SyntheticWalk {
    static final long PERIOD_NS = 2_000_000;
    private static final double HEIGHT_M = 0.27;
    private static final double SPEED_M_S = 0.5;
    private static final double YAW_RATE = 0.3;
    private static final double STEP_HZ = 2.2;
    private static final double DUTY = 0.6;

    final TickFrame frame = new TickFrame();
    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final Random random = new Random(7);
    private final double[] q = new double[A1.JOINTS];
    private final double[] foot = new double[3];

    /** Fills the frame with a tick of the walk. */
    TickFrame at(final long tick) {
        final double t = tick * PERIOD_NS / 1e9;
        timing(tick);
        int contacts = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            contacts |= step(leg, t) ? 1 << leg : 0;
        }
        final double yaw = YAW_RATE * t;
        final double roll = 0.02 * Math.sin(2 * Math.PI * STEP_HZ * t);
        frame.put(TickField.MODE, Mode.WALK.ordinal());
        frame.put(TickField.FAULT, Fault.NONE.ordinal());
        frame.put(TickField.FAULT_JOINT, -1);
        frame.put(TickField.STATES_ACCEPTED, tick + 1);
        frame.put(TickField.CONTACT_BITS, contacts);
        frame.put(TickField.STANCE_BITS, contacts);
        frame.putReals(TickField.Q, q);
        frame.putReals(TickField.QUATERNION, new double[] {
            Math.cos(yaw / 2) * Math.cos(roll / 2), Math.cos(yaw / 2) * Math.sin(roll / 2),
            Math.sin(yaw / 2) * Math.sin(roll / 2), Math.sin(yaw / 2) * Math.cos(roll / 2)
        });
        final double radius = SPEED_M_S / YAW_RATE;
        frame.putReals(
                TickField.POSITION, new double[] {radius * Math.sin(yaw), radius * (1 - Math.cos(yaw)), HEIGHT_M});
        final double ripple = 0.03 * Math.sin(4 * Math.PI * STEP_HZ * t);
        frame.putReals(TickField.VELOCITY, new double[] {SPEED_M_S + ripple, 0.5 * ripple, 0});
        frame.putReals(TickField.GYRO, new double[] {0, 0, YAW_RATE + 2 * ripple});
        frame.putReals(TickField.COMMAND, new double[] {SPEED_M_S, 0, YAW_RATE});
        frame.putReal(TickField.TILT, 0, Math.abs(roll) + 0.01);
        frame.putReal(TickField.POWER, 0, 85 + 900 * Math.abs(ripple));
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            frame.put(TickField.MOTOR_TEMPERATURE, joint, 38 + joint % 3);
        }
        return frame;
    }

    private void timing(final long tick) {
        frame.put(TickField.TICK, tick);
        frame.put(TickField.SCHEDULED_NS, tick * PERIOD_NS);
        frame.put(TickField.WAKEUP_LATENESS_NS, 20_000 + (long) (15_000 * Math.abs(random.nextGaussian())));
        frame.put(TickField.COMPUTE_NS, 90_000 + (long) (20_000 * Math.abs(random.nextGaussian())));
        frame.put(TickField.STATE_AGE_NS, 800_000);
    }

    /** Poses a leg; tells whether it is in stance. */
    private boolean step(final int leg, final double t) {
        final double phase = (STEP_HZ * t + (leg == A1.FR || leg == A1.RL ? 0 : 0.5)) % 1;
        final double stride = SPEED_M_S * DUTY / STEP_HZ;
        final boolean stance = phase < DUTY;
        final double swing = (phase - DUTY) / (1 - DUTY);
        final double along = stance ? 0.5 - phase / DUTY : -0.5 + swing * swing * (3 - 2 * swing);
        foot[0] = A1.frontSign(leg) * A1.HIP_X_M + stride * along;
        foot[1] = A1.sideSign(leg) * (A1.HIP_Y_M + A1.ABDUCTION_M);
        foot[2] = A1.FOOT_RADIUS_M - HEIGHT_M + (stance ? 0 : 0.07 * Math.sin(Math.PI * swing));
        kinematics.inverse(leg, foot, 0, q);
        return stance;
    }
}
