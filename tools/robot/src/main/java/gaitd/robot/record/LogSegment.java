package gaitd.robot.record;

import gaitd.mcap.McapCompression;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapRecord.Attachment;
import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Metadata;
import gaitd.mcap.McapRecord.Schema;
import gaitd.mcap.McapWriter;
import gaitd.runtime.config.Version;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One file of a recording; each has all that is needed to read it alone. */
final class LogSegment implements AutoCloseable {
    static final int TICK = 1;
    static final int TRANSFORMS = 2;
    static final int POSE = 3;
    static final int LOG = 4;
    static final int DESCRIPTION = 5;
    static final int WEIGHTS = 6;
    static final int EXPERIENCE = 7;

    /** Bytes after which a chunk ends although its time has not come. */
    private static final int CHUNK_BYTES = 4 << 20;

    private final Path path;
    private final SegmentFile file;
    private final McapWriter writer;
    private final byte[] tick = new byte[TickFrame.SIZE];
    private final byte[] experience = new byte[ExperienceFrame.SIZE];
    private final long[] sequences = new long[EXPERIENCE + 1];

    LogSegment(
            final Path path,
            final SegmentStore store,
            final LogFacts facts,
            final Map<String, String> place,
            final long timeNs)
            throws IOException {
        this.path = path;
        file = new SegmentFile(path, store);
        writer = new McapWriter(file, McapOptions.of(McapCompression.ZSTD, CHUNK_BYTES), "", "gaitd " + Version.TEXT);
        writer.write(new Metadata("gaitd", place));
        writer.write(new Metadata("policies", policies(facts)));
        if (!facts.settings().isEmpty()) {
            attach(timeNs, "config.toml", "application/toml", facts.settings().getBytes(StandardCharsets.UTF_8));
        }
        final byte[] urdf = A1Urdf.text().getBytes(StandardCharsets.UTF_8);
        attach(timeNs, "robot.urdf", "text/xml", urdf);
        for (int i = 0; i < facts.policies().size(); i++) {
            attach(
                    timeNs,
                    policyName(i),
                    "application/zip",
                    facts.policies().get(i).zip());
        }
        define();
        describe(timeNs, urdf);
        endChunk();
    }

    /** Name of a policy's attachment. */
    static String policyName(final int place) {
        return "policy-" + (place + 1) + ".zip";
    }

    private static Map<String, String> policies(final LogFacts facts) {
        final Map<String, String> policies = new LinkedHashMap<>();
        for (int i = 0; i < facts.policies().size(); i++) {
            policies.put(
                    policyName(i),
                    facts.policies().get(i).name() + ", SHA-256 "
                            + facts.policies().get(i).sha256());
        }
        return policies;
    }

    private void attach(final long timeNs, final String name, final String type, final byte[] data) throws IOException {
        writer.write(new Attachment(timeNs, timeNs, name, type, data, 0));
    }

    private void define() throws IOException {
        ros(TICK, TickSchema.NAME, TickSchema.text());
        json(TRANSFORMS, "FrameTransforms");
        json(POSE, "PoseInFrame");
        json(LOG, "Log");
        ros(DESCRIPTION, "std_msgs/String", "string data\n");
        ros(WEIGHTS, WeightsRecord.NAME, WeightsRecord.TEXT);
        ros(EXPERIENCE, "gaitd/ExperienceFrame", TickSchema.text(ExperienceField.values(), ExperienceFrame.SIZE));
        channel(TICK, "/tick", TickSchema.MESSAGES);
        channel(TRANSFORMS, "/tf", "json");
        channel(POSE, "/pose", "json");
        channel(LOG, "/log", "json");
        channel(DESCRIPTION, "/robot_description", TickSchema.MESSAGES);
        channel(WEIGHTS, "/weights", TickSchema.MESSAGES);
        channel(EXPERIENCE, "/experience", TickSchema.MESSAGES);
    }

    private void ros(final int id, final String name, final String definition) throws IOException {
        writer.write(new Schema(id, name, TickSchema.ENCODING, definition.getBytes(StandardCharsets.UTF_8)));
    }

    private void json(final int id, final String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LogSegment.class.getResourceAsStream(name + ".json"))) {
            writer.write(new Schema(id, "foxglove." + name, "jsonschema", in.readAllBytes()));
        }
    }

    private void channel(final int id, final String topic, final String encoding) throws IOException {
        writer.write(new Channel(id, id, topic, encoding, Map.of()));
    }

    /** A ROS 1 text: its length in 4 bytes, then itself. */
    private void describe(final long timeNs, final byte[] urdf) throws IOException {
        final byte[] message = new byte[urdf.length + Integer.BYTES];
        for (int i = 0; i < Integer.BYTES; i++) {
            message[i] = (byte) (urdf.length >>> (Byte.SIZE * i));
        }
        System.arraycopy(urdf, 0, message, Integer.BYTES, urdf.length);
        put(DESCRIPTION, timeNs, message);
    }

    void tick(final long timeNs, final TickFrame frame) throws IOException {
        frame.bytes().getBytes(0, tick);
        put(TICK, timeNs, tick);
    }

    void experience(final long timeNs, final ExperienceFrame frame) throws IOException {
        frame.bytes().getBytes(0, experience);
        put(EXPERIENCE, timeNs, experience);
    }

    void put(final int channel, final long timeNs, final byte[] message) throws IOException {
        writer.message(channel, sequences[channel]++, timeNs, timeNs, message, 0, message.length);
    }

    /** Writes what is collected, to the disk itself. */
    void endChunk() throws IOException {
        writer.endChunk();
        file.force();
    }

    long bytes() {
        return writer.position();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            writer.end();
            file.force();
        }
    }
}
