package gaitd.robot.firsthour;

import gaitd.hal.Remote;
import gaitd.hal.RemoteButton;
import java.util.Locale;

/** The wireless remote: its button B, which stops the robot, and the stick that walks it. */
final class RemoteStep implements HourStep {
    /** Least deflection that counts. */
    static final double LEAST = 0.8;

    private static final String SKIP = "none";

    private final Remote remote = new Remote();
    private int pressed;
    private double forward;
    private double aside;
    private boolean seen;

    @Override
    public HourPart part() {
        return HourPart.REMOTE;
    }

    @Override
    public String name() {
        return "remote";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        pressed = 0;
        forward = 0;
        aside = 0;
        seen = false;
        robot.remoteStops(false);
        final String typed = robot.ask(
                person,
                "On the robot's remote press B once, then push the left stick fully forward and let go. Press Enter; type '"
                        + SKIP + "' if you have no remote.",
                sensed -> {
                    remote.set(sensed.wirelessRemote);
                    seen |= remote.present;
                    pressed |= remote.buttons;
                    forward = Math.abs(remote.ly) > Math.abs(forward) ? remote.ly : forward;
                    aside = Math.max(aside, Math.abs(remote.lx));
                });
        robot.remoteStops(true);
        if (SKIP.equals(typed)) {
            return Found.right("no remote: its button B cannot stop this robot");
        }
        if (!seen) {
            return Found.wrong(
                    "no remote in the robot's states: expected one; switch it on and pair it, see also 'gaitd remote'");
        }
        final String measured = String.format(
                Locale.ROOT, "buttons %04x, left stick forward %+.2f, aside %.2f", pressed, forward, aside);
        if (pressed != RemoteButton.B.bit) {
            return Found.wrong(measured
                    + String.format(
                            Locale.ROOT,
                            ": expected B alone, %04x; press nothing else, or the bits differ from what is assumed",
                            RemoteButton.B.bit));
        }
        if (forward < LEAST || aside > LEAST) {
            return Found.wrong(measured + ": expected forward " + LEAST
                    + " at least and little aside; axes or signs differ, or push it further");
        }
        return Found.right(measured);
    }
}
