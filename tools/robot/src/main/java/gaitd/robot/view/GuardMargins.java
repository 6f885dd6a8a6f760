package gaitd.robot.view;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.safety.HeatForecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How near the robot is to the limits of its guards, by the frames: those guards whose value a frame shows and whose limit is a setting.
 *
 * <p>For people only: the guards themselves average and filter what they judge, and only they trip. Used by one thread.
 */
final class GuardMargins {
    /** Torques and powers are watched this much beyond what is commanded at most, as the guards do. */
    private static final double OVERLOAD = 1.05;

    private static final double MS_PER_NS = 1e-6;
    private static final Mode[] MODES = Mode.values();

    private final List<Margin> margins = new ArrayList<>();
    private Config config;
    private HeatForecast heat;
    private boolean heatKnown;

    /**
     * A guard's distance from its limit.
     *
     * @param guard which
     * @param value what it watches, in its unit
     * @param limit where it trips
     * @param share 0 far away, 1 at the limit
     * @param least whether it trips below its limit
     * @param joint where; -1 the whole robot
     */
    record Margin(Fault guard, double value, double limit, double share, boolean least, int joint) {}

    /**
     * Begins anew.
     *
     * @param settings limits and rate of the control loop; null where they are not known, then there are no margins
     */
    void begin(final Config settings) {
        config = settings;
        heat = settings == null ? null : new HeatForecast(settings.periodNs());
        heatKnown = false;
    }

    /**
     * Takes the next frame.
     *
     * @param frame not modified
     * @param motorsC its motor temperatures, deg C, not modified
     */
    void take(final TickFrame frame, final int[] motorsC) {
        if (heat != null && frame.get(TickField.STATES_ACCEPTED) > 0) {
            heatKnown = heat.update(motorsC);
        }
    }

    /**
     * Time until a motor is too hot at its present rise.
     *
     * @param joint which motor
     * @return s; infinite where it does not rise, not a number where nothing is known yet
     */
    double heatLeftS(final int joint) {
        return heatKnown ? heat.leftS(joint, config.get(Setting.TEMPERATURE_MAX_C)) : Double.NaN;
    }

    /**
     * The margins in a frame.
     *
     * @param frame the newest one taken, with a state of the robot
     * @return the nearest to its limit first; valid until the next call
     */
    List<Margin> of(final TickFrame frame) {
        margins.clear();
        if (config == null || frame.get(TickField.STATES_ACCEPTED) == 0) {
            return margins;
        }
        final Mode mode = MODES[Math.clamp(frame.get(TickField.MODE), 0, MODES.length - 1)];
        add(Fault.STATE_STALE, frame.get(TickField.STATE_AGE_NS) * MS_PER_NS, -1);
        if (mode != Mode.PASSIVE) {
            addUnlessPassive(frame);
        }
        largest(Fault.JOINT_TORQUE, OVERLOAD, i -> Math.abs(frame.real(TickField.TAU, i)));
        add(Fault.POWER, frame.real(TickField.POWER, 0), -1);
        temperatures(frame);
        if (mode == Mode.STAND || mode == Mode.WALK) {
            atLeast(Fault.FALLEN, frame.real(TickField.POSITION, 2), -1);
        }
        margins.sort(Comparator.comparingDouble(Margin::share).reversed());
        return margins;
    }

    private void addUnlessPassive(final TickFrame frame) {
        add(Fault.TILT, Math.toDegrees(frame.real(TickField.TILT, 0)), -1);
        add(Fault.TICKS_MISSED, (double) frame.get(TickField.MISSED_IN_A_ROW), -1);
        largest(Fault.JOINT_SPEED, 1, i -> Math.abs(frame.real(TickField.DQ, i)));
        largest(
                Fault.JOINT_POSITION,
                1,
                i -> Math.max(
                        0,
                        Math.max(
                                A1.positionMinRad(i) - frame.real(TickField.Q, i),
                                frame.real(TickField.Q, i) - A1.positionMaxRad(i))));
    }

    private void temperatures(final TickFrame frame) {
        final IntToDoubleFunction now = i -> frame.get(TickField.MOTOR_TEMPERATURE, i);
        largest(Fault.TEMPERATURE, 1, now);
        largest(Fault.TEMPERATURE_DERATED, 1, now);
        largest(Fault.TEMPERATURE_WARM, 1, now);
        add(Fault.BOARD_TEMPERATURE, (double) frame.get(TickField.IMU_TEMPERATURE), -1);
        int soonest = 0;
        for (int i = 1; i < A1.JOINTS; i++) {
            soonest = heatLeftS(i) < heatLeftS(soonest) ? i : soonest;
        }
        if (heatLeftS(soonest) < Double.POSITIVE_INFINITY) {
            atLeast(Fault.TEMPERATURE_FORECAST, heatLeftS(soonest), soonest);
        }
    }

    private void largest(final Fault guard, final double factor, final IntToDoubleFunction value) {
        int joint = 0;
        for (int i = 1; i < A1.JOINTS; i++) {
            joint = value.applyAsDouble(i) > value.applyAsDouble(joint) ? i : joint;
        }
        add(guard, value.applyAsDouble(joint), config.get(guard.limit) * factor, joint);
    }

    private void add(final Fault guard, final double value, final int joint) {
        add(guard, value, config.get(guard.limit), joint);
    }

    private void add(final Fault guard, final double value, final double limit, final int joint) {
        if (!guard.limit.isOff(config.get(guard.limit))) {
            margins.add(new Margin(guard, value, limit, Math.max(0, value / limit), false, joint));
        }
    }

    /** Of a guard that trips below its limit. */
    private void atLeast(final Fault guard, final double value, final int joint) {
        final double limit = config.get(guard.limit);
        if (!guard.limit.isOff(limit)) {
            margins.add(new Margin(guard, value, limit, value > 0 ? limit / value : 1, true, joint));
        }
    }
}
