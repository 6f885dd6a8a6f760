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
import java.util.zip.CRC32;

/** Makes records of bytes. What a record has behind its last field, of a later version perhaps, is passed over. */
final class RecordDecoder {
    private RecordDecoder() {}

    /** The record of a kind in some bytes. */
    static McapRecord decode(final int opcode, final byte[] bytes, final int start, final int length)
            throws McapException {
        final FieldInput in = new FieldInput(bytes, start, length);
        return switch (opcode) {
            case McapOpcode.HEADER -> new Header(in.text("profile"), in.text("library"));
            case McapOpcode.FOOTER ->
                new Footer(in.u64("summary_start"), in.u64("summary_offset_start"), in.u32("summary_crc"));
            case McapOpcode.SCHEMA -> schema(in);
            case McapOpcode.CHANNEL ->
                new Channel(
                        in.u16("id"),
                        in.u16("schema_id"),
                        in.text("topic"),
                        in.text("message_encoding"),
                        texts(in, "metadata"));
            case McapOpcode.MESSAGE ->
                new Message(
                        in.u16("channel_id"),
                        in.u32("sequence"),
                        in.u64("log_time"),
                        in.u64("publish_time"),
                        in.rest());
            case McapOpcode.CHUNK -> chunk(in);
            case McapOpcode.MESSAGE_INDEX -> messageIndex(in);
            case McapOpcode.CHUNK_INDEX ->
                new ChunkIndex(
                        in.u64("message_start_time"),
                        in.u64("message_end_time"),
                        in.u64("chunk_start_offset"),
                        in.u64("chunk_length"),
                        counts(in, "message_index_offsets"),
                        in.u64("message_index_length"),
                        in.text("compression"),
                        in.u64("compressed_size"),
                        in.u64("uncompressed_size"));
            case McapOpcode.ATTACHMENT -> attachment(in, bytes, start);
            case McapOpcode.ATTACHMENT_INDEX ->
                new AttachmentIndex(
                        in.u64("offset"),
                        in.u64("length"),
                        in.u64("log_time"),
                        in.u64("create_time"),
                        in.u64("data_size"),
                        in.text("name"),
                        in.text("media_type"));
            case McapOpcode.STATISTICS ->
                new Statistics(
                        in.u64("message_count"),
                        in.u16("schema_count"),
                        in.u32("channel_count"),
                        in.u32("attachment_count"),
                        in.u32("metadata_count"),
                        in.u32("chunk_count"),
                        in.u64("message_start_time"),
                        in.u64("message_end_time"),
                        counts(in, "channel_message_counts"));
            case McapOpcode.METADATA -> new Metadata(in.text("name"), texts(in, "metadata"));
            case McapOpcode.METADATA_INDEX -> new MetadataIndex(in.u64("offset"), in.u64("length"), in.text("name"));
            case McapOpcode.SUMMARY_OFFSET ->
                new SummaryOffset(in.u8("group_opcode"), in.u64("group_start"), in.u64("group_length"));
            case McapOpcode.DATA_END -> new DataEnd(in.u32("data_section_crc"));
            case 0 -> throw new McapException("0 is no kind of record");
            default -> new Unknown(opcode, in.rest());
        };
    }

    private static Schema schema(final FieldInput in) throws McapException {
        final int id = in.u16("id");
        if (id == 0) {
            throw new McapException("a schema has the id 0, expected 1 to 65535");
        }
        return new Schema(id, in.text("name"), in.text("encoding"), in.bytes(in.u32("data"), "data"));
    }

    private static Chunk chunk(final FieldInput in) throws McapException {
        return new Chunk(
                in.u64("message_start_time"),
                in.u64("message_end_time"),
                in.u64("uncompressed_size"),
                in.u32("uncompressed_crc"),
                in.text("compression"),
                in.bytes(in.u64("records"), "records"));
    }

    private static MessageIndex messageIndex(final FieldInput in) throws McapException {
        final int channel = in.u16("channel_id");
        final FieldInput part = in.part("records");
        final List<MessageIndex.Entry> entries = new ArrayList<>(part.left() / 16);
        while (part.left() > 0) {
            entries.add(new MessageIndex.Entry(part.u64("log_time"), part.u64("offset")));
        }
        return new MessageIndex(channel, entries);
    }

    private static Attachment attachment(final FieldInput in, final byte[] bytes, final int start)
            throws McapException {
        final long logTime = in.u64("log_time");
        final long createTime = in.u64("create_time");
        final String name = in.text("name");
        final String mediaType = in.text("media_type");
        final byte[] data = in.bytes(in.u64("data"), "data");
        final CRC32 computed = new CRC32();
        computed.update(bytes, start, in.at() - start);
        final long crc = in.u32("crc");
        if (crc != 0 && crc != computed.getValue()) {
            throw new McapException("the attachment '" + name + "' is damaged: its CRC is " + computed.getValue()
                    + ", expected " + crc);
        }
        return new Attachment(logTime, createTime, name, mediaType, data, crc);
    }

    private static Map<String, String> texts(final FieldInput in, final String field) throws McapException {
        final FieldInput part = in.part(field);
        final Map<String, String> map = new LinkedHashMap<>();
        while (part.left() > 0) {
            final String key = part.text(field);
            if (map.put(key, part.text(field)) != null) {
                throw new McapException(field + " has the key '" + key + "' twice");
            }
        }
        return map;
    }

    private static Map<Integer, Long> counts(final FieldInput in, final String field) throws McapException {
        final FieldInput part = in.part(field);
        final Map<Integer, Long> map = new LinkedHashMap<>();
        while (part.left() > 0) {
            final int key = part.u16(field);
            if (map.put(key, part.u64(field)) != null) {
                throw new McapException(field + " has the key " + key + " twice");
            }
        }
        return map;
    }
}
