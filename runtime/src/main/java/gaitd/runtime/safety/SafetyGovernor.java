package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.mode.Mode;

/**
 * The last stage before the motors. A measured value beyond its limit latches a fault; commands are limited in
 * position, speed, torque, stiffness and rate; a command that is not a number latches a fault. With a fault latched
 * that asks for it, all joints damp.
 *
 * <p>Limits hold for what the robot reads from the wire, after rounding and saturation; commands inside them are passed on bit
 * by bit. Damping is limited too: at the measured speed it asks for no more than the torque limit. Called by the control thread
 * once a tick; allocates nothing, throws nothing.
 */
public final class SafetyGovernor {
    /** Bit: a target angle was clamped. */
    public static final int LIMITED_POSITION = 1;
    /** Bit: a target angle changed too fast. */
    public static final int LIMITED_RATE = 2;
    /** Bit: a target speed was clamped. */
    public static final int LIMITED_SPEED = 4;
    /** Bit: a torque was clamped. */
    public static final int LIMITED_TORQUE = 8;
    /** Bit: a gain was clamped. */
    public static final int LIMITED_GAIN = 16;

    private final StateGuard guard;
    private final TorqueLimit torque;
    private final TargetLimit targets;
    private final double kpMax;
    private final double kdMax;
    private final double dampingKd;
    private final JointCommands sent = new JointCommands();
    private int limitedBits;

    /**
     * A governor with the limits of a configuration.
     *
     * @param config the limits
     */
    public SafetyGovernor(final Config config) {
        guard = new StateGuard(config);
        torque = new TorqueLimit(config.get(Setting.TORQUE_MAX_NM));
        targets = new TargetLimit(config.get(Setting.TARGET_RATE_MAX_RAD_S) * config.periodNs() * 1e-9);
        kpMax = config.get(Setting.KP_MAX);
        kdMax = config.get(Setting.KD_MAX);
        dampingKd = config.get(Setting.DAMPING_KD);
        sent.damp(dampingKd);
    }

    /** Clears overload counts and the last targets, as constructed. */
    public void reset() {
        guard.reset();
        targets.reset();
        sent.damp(dampingKd);
        limitedBits = 0;
    }

    /**
     * One tick.
     *
     * @param sensed the newest reading, not modified
     * @param estimate the estimate, not modified
     * @param mode what the robot is doing
     * @param nowNs the loop's clock, ns
     * @param latch where faults go
     * @param commands corrected in place; pure damping when a latched fault asks for it
     */
    public void update(
            final Sensed sensed,
            final BodyEstimate estimate,
            final Mode mode,
            final long nowNs,
            final FaultLatch latch,
            final JointCommands commands) {
        limitedBits = 0;
        guard.update(sensed, estimate, mode, nowNs, sent, latch);
        for (int i = 0; i < A1.JOINTS; i++) {
            if (!finite(commands, i)) {
                latch.trip(Fault.COMMAND_NOT_FINITE, i, Double.NaN);
            }
        }
        if (latch.reaction() == Reaction.DAMP || mode == Mode.PASSIVE || mode == Mode.FAULT || sensed.sequence == 0) {
            commands.damp(dampingKd);
            for (int i = 0; i < A1.JOINTS; i++) {
                commands.kd[i] = torque.damping(sensed.dq[i], dampingKd);
            }
            sent.set(commands);
            targets.reset();
            return;
        }
        targets.begin(sensed);
        for (int i = 0; i < A1.JOINTS; i++) {
            limit(i, sensed, commands);
        }
        sent.set(commands);
    }

    /**
     * What was limited in the last tick.
     *
     * @return bits {@code LIMITED_...}
     */
    public int limitedBits() {
        return limitedBits;
    }

    private void limit(final int i, final Sensed sensed, final JointCommands c) {
        c.mode[i] = MotorMode.SERVO;
        c.kp[i] = clamp(c.kp[i], 0, kpMax, LIMITED_GAIN);
        c.kd[i] = clamp(c.kd[i], 0, kdMax, LIMITED_GAIN);
        c.dq[i] = clamp(c.dq[i], -A1.SPEED_MAX_RAD_S, A1.SPEED_MAX_RAD_S, LIMITED_SPEED);
        limitedBits |= targets.limit(i, c);
        if (torque.limit(i, sensed, c)) {
            limitedBits |= LIMITED_TORQUE;
        }
    }

    private double clamp(final double value, final double min, final double max, final int bit) {
        if (value < min) {
            limitedBits |= bit;
            return min;
        }
        if (value > max) {
            limitedBits |= bit;
            return max;
        }
        return value;
    }

    private static boolean finite(final JointCommands c, final int i) {
        return Double.isFinite(c.q[i])
                && Double.isFinite(c.dq[i])
                && Double.isFinite(c.tau[i])
                && Double.isFinite(c.kp[i])
                && Double.isFinite(c.kd[i]);
    }
}
