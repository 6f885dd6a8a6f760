package gaitd.lab.image;

import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;

/** Pictures of commands: where none can be drawn, commands that do more go on without them. */
public final class Pictures {
    private Pictures() {}

    /**
     * Refuses a command that only draws.
     *
     * @throws Refusal that names what to install, when no picture can be drawn here
     */
    public static void need() {
        if (Glyphs.missing() != null) {
            throw new Refusal(reason());
        }
    }

    /**
     * Tells in one line when no picture can be drawn here.
     *
     * @param err where the line goes
     * @return whether pictures can be drawn
     */
    public static boolean possible(final PrintWriter err) {
        if (Glyphs.missing() == null) {
            return true;
        }
        err.println("gaitd: " + reason());
        err.flush();
        return false;
    }

    private static String reason() {
        return "no picture can be drawn here: text needs libraries that are missing (" + Glyphs.missing()
                + "); on Debian and Ubuntu: " + Glyphs.INSTALL;
    }
}
