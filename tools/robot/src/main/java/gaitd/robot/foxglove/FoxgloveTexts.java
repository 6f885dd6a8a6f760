package gaitd.robot.foxglove;

import gaitd.policies.text.JsonWriter;
import gaitd.robot.record.LogChannel;
import gaitd.runtime.config.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server's messages in JSON. */
final class FoxgloveTexts {
    /** The protocol's name in the handshake. */
    static final String PROTOCOL = "foxglove.sdk.v1";
    /** What older clients call it; for what is spoken here the two are the same. */
    static final String OLDER = "foxglove.websocket.v1";

    private static final long NS_PER_S = 1_000_000_000L;

    private FoxgloveTexts() {}

    /** The wall clock, ns since 1970. */
    static long now() {
        final Instant now = Instant.now();
        return now.getEpochSecond() * NS_PER_S + now.getNano();
    }

    static String serverInfo(final String session) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("op", "serverInfo");
        fields.put("name", "gaitd " + Version.TEXT);
        fields.put("capabilities", List.of("time"));
        fields.put("metadata", Map.of());
        fields.put("sessionId", session);
        return JsonWriter.line(fields);
    }

    /** What can be subscribed to. */
    static String advertise() {
        final List<Object> channels = new ArrayList<>();
        for (final LogChannel channel : LogChannel.LIVE) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", channel.id());
            fields.put("topic", channel.topic);
            fields.put("encoding", channel.encoding);
            fields.put("schemaName", channel.schemaName);
            fields.put("schema", channel.schema());
            fields.put("schemaEncoding", channel.schemaEncoding());
            channels.add(fields);
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("op", "advertise");
        fields.put("channels", channels);
        return JsonWriter.line(fields);
    }

    /** A line for the person at the client; level 0 to 2. */
    static String status(final int level, final String message) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("op", "status");
        fields.put("level", level);
        fields.put("message", message);
        return JsonWriter.line(fields);
    }
}
