package gaitd.robot.view;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.util.regex.Pattern;

/**
 * What a page says ten times a second while its person drives, and once when the person lets go.
 *
 * @param page the page's own number, drawn when it was opened
 * @param sequence its count of such messages, growing
 * @param beat the newest beat of {@link Helm} that the page has seen
 * @param held whether the dead man's button is held
 * @param acts the page's count of what its person did
 * @param vx forward velocity, m/s
 * @param vy leftward velocity, m/s
 * @param yawRate yaw rate, rad/s
 */
record DriveMessage(
        String page, long sequence, long beat, boolean held, long acts, double vx, double vy, double yawRate) {
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final double WHOLE_MAX = 9e15;

    /**
     * Reads a message.
     *
     * @param text JSON with a field for each component
     * @return the message; its velocities are numbers
     * @throws FormatException in one line when it is none
     */
    static DriveMessage of(final String text) throws FormatException {
        final JsonFields fields = new JsonFields("drive", JsonReader.parse(text));
        final String page = fields.text("page");
        if (!PAGE.matcher(page).matches()) {
            throw new FormatException("page: expected letters, digits and -");
        }
        return new DriveMessage(
                page,
                whole(fields, "sequence"),
                whole(fields, "beat"),
                fields.flag("held"),
                whole(fields, "acts"),
                finite(fields, "vx"),
                finite(fields, "vy"),
                finite(fields, "yaw"));
    }

    private static long whole(final JsonFields fields, final String name) throws FormatException {
        final double value = fields.number(name);
        if (!(value >= 0 && value <= WHOLE_MAX && value == StrictMath.rint(value))) {
            throw new FormatException(name + ": expected a whole number");
        }
        return (long) value;
    }

    private static double finite(final JsonFields fields, final String name) throws FormatException {
        final double value = fields.number(name);
        if (!Double.isFinite(value)) {
            throw new FormatException(name + ": expected a number");
        }
        return value;
    }

    /** Whether it asks the robot to move. */
    boolean moves() {
        return vx != 0 || vy != 0 || yawRate != 0;
    }
}
