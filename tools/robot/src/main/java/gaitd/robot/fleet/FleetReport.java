package gaitd.robot.fleet;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a robot makes of what was published.
 *
 * @param serial the robot's
 * @param group its group
 * @param publication what it is about; empty when nothing was published
 * @param state how far
 * @param why in words, empty when there is nothing to say
 * @param version of its policy that is in force, 0 as shipped
 * @param policy what that one came from, in words
 */
record FleetReport(
        String serial, String group, String publication, FleetState state, String why, int version, String policy) {
    private static final int MESSAGE_MAX = 4096;
    private static final int VERSION_MAX = 999_999;

    /** As JSON in UTF-8. */
    byte[] message() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("serial", serial);
        fields.put("group", group);
        fields.put("publication", publication);
        fields.put("state", state);
        fields.put("why", why);
        fields.put("version", version);
        fields.put("policy", policy);
        return JsonWriter.line(fields).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one.
     *
     * @param message its bytes
     * @param topic that it came on: a robot reports about itself only
     * @return the report
     * @throws FormatException in one line when it is none
     */
    static FleetReport read(final byte[] message, final String topic) throws FormatException {
        if (message.length > MESSAGE_MAX) {
            throw new FormatException("it has " + message.length + " bytes: expected " + MESSAGE_MAX + " at most");
        }
        final JsonFields fields =
                new JsonFields("report", JsonReader.parse(new String(message, StandardCharsets.UTF_8)));
        final String serial = fields.text("serial");
        if (!topic.equals(FleetTopics.report(serial))) {
            throw new FormatException("it says that it is of " + serial + ", and came on " + topic);
        }
        return new FleetReport(
                serial,
                fields.text("group"),
                fields.text("publication"),
                state(fields.text("state")),
                fields.text("why"),
                fields.integer("version", 0, VERSION_MAX),
                fields.text("policy"));
    }

    private static FleetState state(final String name) throws FormatException {
        for (final FleetState state : FleetState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new FormatException("state: '" + name + "' is none of a robot's");
    }
}
