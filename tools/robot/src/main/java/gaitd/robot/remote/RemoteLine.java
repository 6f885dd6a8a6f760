package gaitd.robot.remote;

import gaitd.hal.Remote;
import gaitd.robot.scenario.Key;
import gaitd.robot.terminal.Screen;
import java.io.PrintWriter;

/** One line of a terminal, written anew; key q ends it. */
final class RemoteLine implements RemoteView {
    private static final double REDRAW_S = 0.05;
    private static final String ERASE = "\r\u001b[K";

    private final Screen screen;
    private final PrintWriter out;
    private double drawnS = -REDRAW_S;
    private boolean gone;

    RemoteLine(final Screen screen, final PrintWriter out) {
        this.screen = screen;
        this.out = out;
        out.print("the remote, live; q quits\r\n");
    }

    @Override
    public void show(final Remote remote, final byte[] wire, final double timeS) {
        for (Key key = screen.poll(); key != null; key = screen.poll()) {
            gone |= key == Key.QUIT;
        }
        if (timeS - drawnS >= REDRAW_S) {
            drawnS = timeS;
            final String line = RemoteText.line(remote, wire);
            out.print(ERASE + line.substring(0, Math.min(line.length(), screen.width() - 1)));
            out.flush();
        }
    }

    @Override
    public boolean isGone() {
        return gone || screen.isGone();
    }
}
