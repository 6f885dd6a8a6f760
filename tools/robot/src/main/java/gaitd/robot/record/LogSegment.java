package gaitd.robot.record;

import gaitd.mcap.McapCompression;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapRecord.Attachment;
import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Metadata;
import gaitd.mcap.McapRecord.Schema;
import gaitd.mcap.McapWriter;
import gaitd.runtime.config.Version;
import gaitd.runtime.frame.ExperienceFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file of a recording; each has all that is needed to read it alone. */
final class LogSegment implements AutoCloseable {
    /** Bytes after which a chunk ends although its time has not come. */
    private static final int CHUNK_BYTES = 4 << 20;

    private final Path path;
    private final SegmentFile file;
    private final McapWriter writer;
    private final byte[] experience = new byte[ExperienceFrame.SIZE];
    private final long[] sequences = new long[LogChannel.values().length];

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
        attach(timeNs, "robot.urdf", "text/xml", FrameMessages.urdf());
        for (int i = 0; i < facts.policies().size(); i++) {
            attach(
                    timeNs,
                    policyName(i),
                    "application/zip",
                    facts.policies().get(i).zip());
        }
        define();
        put(LogChannel.DESCRIPTION, timeNs, FrameMessages.description());
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
        for (final LogChannel channel : LogChannel.values()) {
            writer.write(new Schema(
                    channel.id(),
                    channel.schemaName,
                    channel.schemaEncoding(),
                    channel.schema().getBytes(StandardCharsets.UTF_8)));
        }
        for (final LogChannel channel : LogChannel.values()) {
            writer.write(new Channel(channel.id(), channel.id(), channel.topic, channel.encoding, Map.of()));
        }
    }

    void experience(final long timeNs, final ExperienceFrame frame) throws IOException {
        frame.bytes().getBytes(0, experience);
        put(LogChannel.EXPERIENCE, timeNs, experience);
    }

    void put(final LogChannel channel, final long timeNs, final byte[] message) throws IOException {
        writer.message(channel.id(), sequences[channel.ordinal()]++, timeNs, timeNs, message, 0, message.length);
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
