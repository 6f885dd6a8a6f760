package gaitd.mcap;

import gaitd.mcap.McapRecord.Attachment;
import gaitd.mcap.McapRecord.AttachmentIndex;
import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.ChunkIndex;
import gaitd.mcap.McapRecord.DataEnd;
import gaitd.mcap.McapRecord.Footer;
import gaitd.mcap.McapRecord.Header;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.MessageIndex;
import gaitd.mcap.McapRecord.Metadata;
import gaitd.mcap.McapRecord.MetadataIndex;
import gaitd.mcap.McapRecord.Schema;
import gaitd.mcap.McapRecord.Statistics;
import gaitd.mcap.McapRecord.SummaryOffset;
import gaitd.mcap.McapRecord.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records as the suite's JSON has them, and back. */
final class SuiteRecords {
    private SuiteRecords() {}

    /** A record's type and fields; numbers and bytes are strings. */
    static Map<String, Object> json(final McapRecord record) {
        final Map<String, Object> fields = new TreeMap<>();
        switch (record) {
            case Header it -> put(fields, "library", it.library(), "profile", it.profile());
            case Footer it ->
                put(
                        fields,
                        "summary_crc",
                        it.summaryCrc(),
                        "summary_offset_start",
                        it.summaryOffsetStart(),
                        "summary_start",
                        it.summaryStart());
            case Schema it ->
                put(fields, "data", it.data(), "encoding", it.encoding(), "id", it.id(), "name", it.name());
            case Channel it ->
                put(
                        fields,
                        "id",
                        it.id(),
                        "message_encoding",
                        it.messageEncoding(),
                        "metadata",
                        it.metadata(),
                        "schema_id",
                        it.schemaId(),
                        "topic",
                        it.topic());
            case Message it ->
                put(
                        fields,
                        "channel_id",
                        it.channelId(),
                        "data",
                        it.data(),
                        "log_time",
                        it.logTime(),
                        "publish_time",
                        it.publishTime(),
                        "sequence",
                        it.sequence());
            case Attachment it ->
                put(
                        fields,
                        "create_time",
                        it.createTime(),
                        "data",
                        it.data(),
                        "log_time",
                        it.logTime(),
                        "media_type",
                        it.mediaType(),
                        "name",
                        it.name());
            case AttachmentIndex it ->
                put(
                        fields,
                        "create_time",
                        it.createTime(),
                        "data_size",
                        it.dataSize(),
                        "length",
                        it.length(),
                        "log_time",
                        it.logTime(),
                        "media_type",
                        it.mediaType(),
                        "name",
                        it.name(),
                        "offset",
                        it.offset());
            case ChunkIndex it ->
                put(
                        fields,
                        "chunk_length",
                        it.chunkLength(),
                        "chunk_start_offset",
                        it.chunkStart(),
                        "compressed_size",
                        it.compressedSize(),
                        "compression",
                        it.compression(),
                        "message_end_time",
                        it.endTime(),
                        "message_index_length",
                        it.messageIndexLength(),
                        "message_index_offsets",
                        it.messageIndexOffsets(),
                        "message_start_time",
                        it.startTime(),
                        "uncompressed_size",
                        it.uncompressedSize());
            case Statistics it ->
                put(
                        fields,
                        "attachment_count",
                        it.attachmentCount(),
                        "channel_count",
                        it.channelCount(),
                        "channel_message_counts",
                        it.channelMessageCounts(),
                        "chunk_count",
                        it.chunkCount(),
                        "message_count",
                        it.messageCount(),
                        "message_end_time",
                        it.endTime(),
                        "message_start_time",
                        it.startTime(),
                        "metadata_count",
                        it.metadataCount(),
                        "schema_count",
                        it.schemaCount());
            case Metadata it -> put(fields, "metadata", it.entries(), "name", it.name());
            case MetadataIndex it -> put(fields, "length", it.length(), "name", it.name(), "offset", it.offset());
            case SummaryOffset it ->
                put(
                        fields,
                        "group_length",
                        it.groupLength(),
                        "group_opcode",
                        it.groupOpcode(),
                        "group_start",
                        it.groupStart());
            case DataEnd it -> put(fields, "data_section_crc", it.dataSectionCrc());
            case Chunk it -> throw new IllegalArgumentException("chunks are opened by readers");
            case MessageIndex it -> throw new IllegalArgumentException("left out by readers");
            case Unknown it -> throw new IllegalArgumentException("none in the suite");
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", McapOpcode.name(record.opcode()));
        final List<Object> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(List.of(name, value)));
        json.put("fields", pairs);
        return json;
    }

    private static void put(final Map<String, Object> fields, final Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], text(pairs[i + 1]));
        }
    }

    private static Object text(final Object value) {
        return switch (value) {
            case byte[] bytes -> {
                final List<Object> list = new ArrayList<>();
                for (final byte one : bytes) {
                    list.add(Integer.toString(one & 0xFF));
                }
                yield list;
            }
            case Map<?, ?> map -> {
                final Map<String, Object> texts = new TreeMap<>();
                map.forEach((key, one) -> texts.put(key.toString(), text(one)));
                yield texts;
            }
            case Long number -> Long.toUnsignedString(number);
            default -> value.toString();
        };
    }

    /** A record that a writer is given, or null for one that it makes itself. */
    static McapRecord given(final Map<String, Object> json) {
        final Fields in = new Fields(json);
        return switch ((String) json.get("type")) {
            case "Schema" -> new Schema((int) in.number("id"), in.text("name"), in.text("encoding"), in.bytes("data"));
            case "Channel" ->
                new Channel(
                        (int) in.number("id"),
                        (int) in.number("schema_id"),
                        in.text("topic"),
                        in.text("message_encoding"),
                        in.texts("metadata"));
            case "Message" ->
                new Message(
                        (int) in.number("channel_id"),
                        in.number("sequence"),
                        in.number("log_time"),
                        in.number("publish_time"),
                        in.bytes("data"));
            case "Attachment" ->
                new Attachment(
                        in.number("log_time"),
                        in.number("create_time"),
                        in.text("name"),
                        in.text("media_type"),
                        in.bytes("data"),
                        0);
            case "Metadata" -> new Metadata(in.text("name"), in.texts("metadata"));
            default -> null;
        };
    }

    /** The fields of a record in JSON. */
    static final class Fields {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields(final Map<String, Object> json) {
            for (final Object pair : (List<?>) json.get("fields")) {
                values.put((String) ((List<?>) pair).get(0), ((List<?>) pair).get(1));
            }
        }

        String text(final String name) {
            return (String) values.get(name);
        }

        long number(final String name) {
            return Long.parseUnsignedLong(text(name));
        }

        byte[] bytes(final String name) {
            final List<?> list = (List<?>) values.get(name);
            final byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt((String) list.get(i));
            }
            return bytes;
        }

        @SuppressWarnings("unchecked")
        Map<String, String> texts(final String name) {
            return (Map<String, String>) values.get(name);
        }
    }
}
