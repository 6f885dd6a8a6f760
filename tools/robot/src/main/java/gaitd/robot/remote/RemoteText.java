package gaitd.robot.remote;

import gaitd.hal.Remote;
import gaitd.hal.RemoteButton;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;

/** A reading of the remote in words. */
final class RemoteText {
    private static final int HALF_CELLS = 5;

    private RemoteText() {}

    /**
     * Both sticks, the analogue L2 and the buttons that are pressed.
     *
     * @param remote not modified
     * @param wire the bytes that it was read from, for what is no remote
     * @return one line
     */
    static String line(final Remote remote, final byte[] wire) {
        if (!remote.present) {
            return isZero(wire)
                    ? "no remote: all 40 bytes are zero (switched off, out of reach, or not paired)"
                    : "no remote's bytes: a stick is beyond -1.1 to 1.1: " + hex(wire);
        }
        return String.format(
                Locale.ROOT,
                "left %s %+.2f right, %+.2f forward   right %s %+.2f right, %+.2f forward   L2 %.2f   %s",
                bar(remote.lx),
                remote.lx,
                remote.ly,
                bar(remote.rx),
                remote.rx,
                remote.ry,
                remote.l2,
                pressed(remote));
    }

    private static String pressed(final Remote remote) {
        final StringJoiner names = new StringJoiner(" ");
        names.setEmptyValue("no button");
        for (final RemoteButton button : RemoteButton.values()) {
            if (remote.isPressed(button)) {
                names.add(button.name());
            }
        }
        return names.toString();
    }

    /** Where the stick is between left and right. */
    private static String bar(final double stick) {
        final StringBuilder cells = new StringBuilder("[" + "-".repeat(2 * HALF_CELLS + 1) + "]");
        cells.setCharAt(1 + HALF_CELLS, '|');
        cells.setCharAt(1 + HALF_CELLS + (int) Math.rint(stick * HALF_CELLS), 'o');
        return cells.toString();
    }

    private static boolean isZero(final byte[] wire) {
        int any = 0;
        for (final byte b : wire) {
            any |= b;
        }
        return any == 0;
    }

    private static String hex(final byte[] wire) {
        return HexFormat.of().formatHex(wire);
    }
}
