package gaitd.robot.view;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.util.List;

/**
 * Which part of a recording the pages are shown, and how fast. All pages of a server are shown the same.
 *
 * <p>Thread-safe: pages move it, the reader of the recording asks where it is.
 */
public final class Timeline {
    /** Slowest and fastest. */
    private static final double SPEED_MIN = 0.05;

    private static final double SPEED_MAX = 16;

    private final double lengthS;
    private final List<Mark> marks;
    private double atS;
    private double speed = 1;
    private boolean plays = true;
    private long seeks;

    /**
     * Something that happened.
     *
     * @param atS when, s after the first tick
     * @param level 2 for a message, 3 for a warning, 4 for an error
     * @param text one line
     */
    public record Mark(double atS, int level, String text) {}

    /**
     * Playing from the begin.
     *
     * @param lengthS of the recording
     * @param marks what happened in it
     */
    public Timeline(final double lengthS, final List<Mark> marks) {
        this.lengthS = lengthS;
        this.marks = List.copyOf(marks);
    }

    /**
     * Does what a page asks for: {@code at}, {@code play} and {@code speed}, each if it is there.
     *
     * @param text JSON
     * @throws FormatException in one line when it cannot be done; then nothing is changed
     */
    synchronized void move(final String text) throws FormatException {
        final JsonFields fields = new JsonFields("timeline", JsonReader.parse(text));
        final double at = fields.has("at") ? within(fields, "at", 0, lengthS) : atS;
        final double fast = fields.has("speed") ? within(fields, "speed", SPEED_MIN, SPEED_MAX) : speed;
        plays = fields.has("play") ? fields.flag("play") : plays;
        speed = fast;
        if (fields.has("at")) {
            atS = at;
            seeks++;
        }
    }

    private static double within(final JsonFields fields, final String name, final double min, final double max)
            throws FormatException {
        final double value = fields.number(name);
        if (!(value >= min && value <= max)) {
            throw new FormatException(name + ": expected " + min + " to " + max);
        }
        return value;
    }

    /**
     * Lets time pass.
     *
     * @param seconds since the last call, s
     * @return where it is now
     */
    public synchronized Place advance(final double seconds) {
        if (plays) {
            atS = Math.min(lengthS, atS + seconds * speed);
            plays = atS < lengthS;
        }
        return new Place(atS, plays, seeks);
    }

    /**
     * A place.
     *
     * @param atS s after the first tick
     * @param plays whether it moves on
     * @param seeks how often it was moved by a page
     */
    public record Place(double atS, boolean plays, long seeks) {}

    /** Length and marks, for the pages. */
    Json facts() {
        return new Json()
                .number("lengthS", lengthS)
                .put(
                        "marks",
                        marks.stream()
                                .map(it -> new Object[] {Json.rounded(it.atS()), it.level(), it.text()})
                                .toList());
    }

    /** Where it is, for the pages. */
    synchronized Json state() {
        return new Json()
                .number("atS", atS)
                .number("speed", speed)
                .put("plays", plays)
                .put("seeks", seeks);
    }
}
