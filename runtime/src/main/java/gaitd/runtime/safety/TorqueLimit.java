package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;

/**
 * Keeps the torque that a drive gives at this moment, tau + kp (q* - q) + kd (dq* - dq), inside a limit.
 *
 * <p>Judged by what the robot reads from the wire, after rounding and saturation. A torque beyond the limit is brought to it by
 * moving tau, so targets and gains stay; where the servo term is so large that tau would not fit on the wire, both gains are
 * lowered first. Called once a joint and tick; allocates nothing.
 */
final class TorqueLimit {
    private final double maxNm;
    private final JointCommands wire = new JointCommands();

    TorqueLimit(final double maxNm) {
        this.maxNm = maxNm;
    }

    /**
     * Limits one joint's command.
     *
     * @param i joint index
     * @param sensed the newest reading, finite
     * @param c finite; not touched when it is inside the limit
     * @return whether it was beyond the limit
     */
    boolean limit(final int i, final Sensed sensed, final JointCommands c) {
        LowCmdCodec.round(c, i, wire);
        final double servo = servo(i, sensed);
        final double total = wire.tau[i] + servo;
        if (Math.abs(total) <= maxNm) {
            return false;
        }
        final double goal = Math.copySign(maxNm, total);
        if (Math.abs(goal - servo) <= LowCmdCodec.TORQUE_WIRE_MAX_NM) {
            c.tau[i] = inside(goal, servo);
        } else {
            final double share = maxNm / Math.abs(servo);
            c.kp[i] = share * wire.kp[i];
            c.kd[i] = share * wire.kd[i];
            LowCmdCodec.round(c, i, wire);
            c.tau[i] = inside(goal, servo(i, sensed));
        }
        return true;
    }

    /**
     * Damping that asks for no more than the limit at the measured speed, and for no less than it at the greatest speed of a
     * joint, as a sensor that reads more is wrong.
     *
     * @param dqRadS measured speed; any, rad/s
     * @param kdNmsRad damping wanted, N m s/rad
     * @return the damping, N m s/rad
     */
    double damping(final double dqRadS, final double kdNmsRad) {
        final double speed = Math.min(Math.abs(dqRadS), A1.SPEED_MAX_RAD_S);
        return speed * kdNmsRad > maxNm ? maxNm / speed : kdNmsRad;
    }

    private double servo(final int i, final Sensed sensed) {
        return wire.kp[i] * (wire.q[i] - sensed.q[i]) + wire.kd[i] * (wire.dq[i] - sensed.dq[i]);
    }

    /** The torque on the wire next to the one that reaches the goal, on the side of zero total. */
    private static double inside(final double goal, final double servo) {
        final double steps = (goal - servo) / LowCmdCodec.TORQUE_STEP_NM;
        return LowCmdCodec.TORQUE_STEP_NM * (goal > 0 ? Math.floor(steps) : Math.ceil(steps));
    }
}
