package gaitd.robot.remote;

import gaitd.hal.Remote;
import java.io.PrintWriter;
import java.util.Locale;

/** Lines for logs and pipes: one at each change of the buttons, and while sticks move five a second at most. */
final class RemoteLog implements RemoteView {
    private static final double STICKS_EVERY_S = 0.2;
    private static final double STICK_MOVED = 0.02;

    private final PrintWriter out;
    private final Remote shown = new Remote();
    private double shownS = Double.NEGATIVE_INFINITY;

    RemoteLog(final PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(final Remote remote, final byte[] wire, final double timeS) {
        final boolean first = shownS == Double.NEGATIVE_INFINITY;
        final boolean pressed = remote.buttons != shown.buttons || remote.present != shown.present;
        if (first || pressed || (moved(remote) && timeS - shownS >= STICKS_EVERY_S)) {
            shownS = timeS;
            shown.set(wire);
            out.println(String.format(Locale.ROOT, "%7.2f s  %s", timeS, RemoteText.line(remote, wire)));
            out.flush();
        }
    }

    private boolean moved(final Remote remote) {
        return Math.abs(remote.lx - shown.lx) > STICK_MOVED
                || Math.abs(remote.ly - shown.ly) > STICK_MOVED
                || Math.abs(remote.rx - shown.rx) > STICK_MOVED
                || Math.abs(remote.ry - shown.ry) > STICK_MOVED
                || Math.abs(remote.l2 - shown.l2) > STICK_MOVED;
    }

    @Override
    public boolean isGone() {
        return false;
    }
}
