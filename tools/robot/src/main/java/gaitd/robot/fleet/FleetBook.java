package gaitd.robot.fleet;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the broker has kept of all robots: who they are, whether they are there, and what they make of publications. */
final class FleetBook {
    private static final Pattern TOPIC =
            Pattern.compile("(?:gaitd/v1|uagv/v3/gaitd)/([A-Za-z0-9_.-]{1,64})/(status|fleet|connection)");

    /**
     * One robot.
     *
     * @param serial its name
     * @param group its group, empty when it has not said
     * @param session of its companion, which commands have to name; empty when it has not said
     * @param version of its program
     * @param isOnline whether its companion is connected
     * @param report null when it takes no publications
     */
    record Robot(String serial, String group, String session, String version, boolean isOnline, FleetReport report) {}

    private final TreeMap<String, Robot> robots = new TreeMap<>();
    private long changes;
    private long refused;

    /**
     * Takes a message.
     *
     * @param topic its topic
     * @param payload its bytes
     * @return why it was not taken; null when it was, or is about something else
     */
    String take(final String topic, final byte[] payload) {
        final Matcher parts = TOPIC.matcher(topic);
        if (!parts.matches() || payload.length == 0) {
            return null;
        }
        final String serial = parts.group(1);
        final Robot old = robots.getOrDefault(serial, new Robot(serial, "", "", "", false, null));
        try {
            final Robot now = changed(old, parts.group(2), topic, payload);
            if (!now.equals(old)) {
                robots.put(serial, now);
                changes++;
            }
            return null;
        } catch (final FormatException e) {
            refused++;
            return topic + ": " + e.getMessage();
        }
    }

    private static Robot changed(final Robot old, final String what, final String topic, final byte[] payload)
            throws FormatException {
        if (what.equals("fleet")) {
            final FleetReport report = FleetReport.read(payload, topic);
            return new Robot(old.serial, report.group(), old.session, old.version, old.isOnline, report);
        }
        final JsonFields fields = new JsonFields(what, JsonReader.parse(new String(payload, StandardCharsets.UTF_8)));
        if (what.equals("status")) {
            final String group = fields.text("group");
            final String session = fields.text("session");
            return new Robot(old.serial, group, session, fields.text("version"), old.isOnline, old.report);
        }
        final boolean isOnline = fields.text("connectionState").equals("ONLINE");
        return new Robot(old.serial, old.group, old.session, old.version, isOnline, old.report);
    }

    /** All robots, by serial. */
    Collection<Robot> all() {
        return robots.values();
    }

    /** Robots of a group that are there and take publications. */
    List<Robot> takers(final String group) {
        return robots.values().stream()
                .filter(robot -> robot.isOnline
                        && robot.report != null
                        && robot.report.group().equals(group))
                .toList();
    }

    /** Grows with each change. */
    long changes() {
        return changes;
    }

    /** Messages that were no robot's own. */
    long refused() {
        return refused;
    }
}
