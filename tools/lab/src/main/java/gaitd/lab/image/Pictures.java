package gaitd.lab.image;

import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;

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
     * Whether to draw what an option asks for; tells in one line when it asks for what cannot be drawn here.
     *
     * @param path where to, null when no picture is asked for
     * @param err where the line goes
     * @return whether pictures are asked for and can be drawn
     */
    public static boolean wanted(final Path path, final PrintWriter err) {
        return path != null && possible(err);
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
