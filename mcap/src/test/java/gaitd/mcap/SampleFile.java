package gaitd.mcap;

import gaitd.mcap.McapRecord.Attachment;
import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Metadata;
import gaitd.mcap.McapRecord.Schema;
import gaitd.mcap.McapRecord.Unknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Files with some of everything. */
final class SampleFile {
    private SampleFile() {}

    /** A file of 60 messages in chunks of 1,000 bytes, with attachment, metadata and a private record. */
    static byte[] of(final McapCompression compression) throws IOException {
        return of(McapOptions.of(compression, 1000), 60);
    }

    /** The same without chunks. */
    static byte[] loose() throws IOException {
        final EnumSet<McapFeature> features = EnumSet.allOf(McapFeature.class);
        features.remove(McapFeature.CHUNKS);
        return of(new McapOptions(features, McapCompression.NONE, 1, new byte[0]), 60);
    }

    static byte[] of(final McapOptions options, final int messages) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (McapWriter writer = new McapWriter(out, options, "profile", "library")) {
            writer.write(
                    new Schema(1, "a.Schema", "jsonschema", "{\"type\":\"object\"}".getBytes(StandardCharsets.UTF_8)));
            writer.write(new Channel(1, 1, "/one", "json", Map.of("unit", "m")));
            writer.write(new Channel(2, 0, "/two", "raw", Map.of()));
            writer.write(new Attachment(5, 4, "a.txt", "text/plain", "attached".getBytes(StandardCharsets.UTF_8), 0));
            for (int i = 0; i < messages; i++) {
                final byte[] data = new byte[20 + i];
                Arrays.fill(data, (byte) (i / 4));
                data[i % 20] = (byte) (i * 37);
                // Times of neighbours are swapped, so that chunks overlap.
                writer.message(1 + i % 2, i, 1000 + (i ^ 1), 900 + i, data, 0, data.length);
                if (i == messages / 2) {
                    writer.write(new Metadata("what", Map.of("key", "value")));
                    writer.write(new Unknown(0x81, new byte[] {1, 2, 3}));
                }
            }
        }
        return out.toByteArray();
    }

    /** All records that a reader finds, as text. */
    static List<String> records(final byte[] file) throws IOException {
        final List<String> records = new ArrayList<>();
        try (McapReader reader = new McapReader(McapSource.of(file), McapLimits.USUAL)) {
            for (McapRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(text(record));
            }
        }
        return records;
    }

    /** All messages by the summary, as text. */
    static List<String> messages(final byte[] file, final McapQuery query) throws IOException {
        final McapMessages found =
                new McapMessages(new McapIndex(McapSource.of(file), McapLimits.USUAL), query, McapLimits.USUAL);
        final List<String> messages = new ArrayList<>();
        for (McapRecord.Message it = found.next(); it != null; it = found.next()) {
            messages.add(text(it));
        }
        return messages;
    }

    static String text(final McapRecord record) {
        return switch (record) {
            case McapRecord.Message it ->
                it.channelId() + " " + it.sequence() + " " + it.logTime() + " " + it.publishTime() + " "
                        + Arrays.hashCode(it.data());
            case Unknown it -> it.opcode() + Arrays.toString(it.data());
            case Schema it -> it.id() + it.name() + it.encoding() + Arrays.toString(it.data());
            case Attachment it ->
                it.logTime() + " " + it.createTime() + it.name() + it.mediaType() + Arrays.toString(it.data());
            // A CRC that became 0 is none; what it was for is compared itself.
            case McapRecord.Footer it -> it.summaryStart() + " " + it.summaryOffsetStart();
            case McapRecord.DataEnd it -> "end";
            default -> record.toString();
        };
    }
}
