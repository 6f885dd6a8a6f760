package gaitd.robot.terminal;

import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.telemetry.TickStatistics;
import java.util.Locale;

/** State of a run as one line of text. */
public final class StatusText {
    private static final Mode[] MODES = Mode.values();

    private StatusText() {}

    /**
     * The mode of a frame.
     *
     * @param frame not modified
     * @return its mode
     */
    public static Mode mode(final TickFrame frame) {
        return MODES[(int) frame.get(TickField.MODE)];
    }

    /**
     * Guards that are off and the policy in force, if there are any; whether the velocity command is held back by the range or the gait; forward and leftward velocity (m/s) and turning rate (rad/s) as measured/commanded, tilt, height, power; then lateness of wake-ups
     * and length of ticks as p50/p99. What matters most comes first, for narrow terminals. Before the robot's first state it says so in place of
     * what would be measured.
     *
     * @param frame not modified
     * @param ticks statistics of the run so far
     * @param learner what a learner is at, in words; empty when there is none
     * @return one line
     */
    public static String line(final TickFrame frame, final TickStatistics ticks, final String learner) {
        final String policy = PolicyText.state(frame);
        final String off = FaultText.guardsOff(frame);
        return String.format(
                Locale.ROOT,
                "%-8s %s%s%s%s, late %.0f/%.0f us, tick %.0f/%.0f us, missed %d%s",
                mode(frame),
                off.isEmpty() ? off : off + ", ",
                policy.isEmpty() ? policy : policy + ", ",
                (frame.get(TickField.LIMITED_BITS) & VelocityTarget.LIMITED_VELOCITY) == 0 ? "" : "speed limited, ",
                frame.get(TickField.STATES_ACCEPTED) > 0 ? measured(frame) : "no state of the robot yet",
                ticks.wakeup.getValueAtPercentile(50) / 1e3,
                ticks.wakeup.getValueAtPercentile(99) / 1e3,
                ticks.compute.getValueAtPercentile(50) / 1e3,
                ticks.compute.getValueAtPercentile(99) / 1e3,
                ticks.missedTicks(),
                learner.isEmpty() ? "" : ", " + learner);
    }

    private static String measured(final TickFrame frame) {
        return String.format(
                Locale.ROOT,
                "vx %+.2f/%+.2f vy %+.2f/%+.2f yaw %+.2f/%+.2f, tilt %.1f deg, %.3f m, %.0f W",
                frame.real(TickField.VELOCITY, 0),
                frame.real(TickField.COMMAND, 0),
                frame.real(TickField.VELOCITY, 1),
                frame.real(TickField.COMMAND, 1),
                frame.real(TickField.GYRO, 2),
                frame.real(TickField.COMMAND, 2),
                Math.toDegrees(frame.real(TickField.TILT, 0)),
                frame.real(TickField.POSITION, 2),
                frame.real(TickField.POWER, 0));
    }
}
