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
import java.util.zip.CRC32;

/** Makes bytes of records, each with its opcode and length. */
final class RecordEncoder {
    private RecordEncoder() {}

    /** Appends a record, and some bytes behind its last field. */
    static void encode(final McapRecord record, final byte[] extra, final FieldOutput out) {
        final int begun = out.begin(record.opcode());
        fields(record, out);
        out.bytes(extra, 0, extra.length);
        out.end(begun);
    }

    /** Appends a message's record; its data are some of the bytes given. */
    static void message(
            final FieldOutput out,
            final int channel,
            final long sequence,
            final long logTime,
            final long publishTime,
            final byte[] data,
            final int from,
            final int length) {
        final int begun = out.begin(McapOpcode.MESSAGE);
        out.u16(channel).u32(sequence).u64(logTime).u64(publishTime).bytes(data, from, length);
        out.end(begun);
    }

    private static void fields(final McapRecord record, final FieldOutput out) {
        switch (record) {
            case Header it -> out.text(it.profile()).text(it.library());
            case Footer it ->
                out.u64(it.summaryStart()).u64(it.summaryOffsetStart()).u32(it.summaryCrc());
            case Schema it ->
                out.u16(it.id())
                        .text(it.name())
                        .text(it.encoding())
                        .u32(it.data().length)
                        .bytes(it.data(), 0, it.data().length);
            case Channel it ->
                out.u16(it.id())
                        .u16(it.schemaId())
                        .text(it.topic())
                        .text(it.messageEncoding())
                        .texts(it.metadata());
            case Message it ->
                out.u16(it.channelId())
                        .u32(it.sequence())
                        .u64(it.logTime())
                        .u64(it.publishTime())
                        .bytes(it.data(), 0, it.data().length);
            case Chunk it ->
                out.u64(it.startTime())
                        .u64(it.endTime())
                        .u64(it.uncompressedSize())
                        .u32(it.uncompressedCrc())
                        .text(it.compression())
                        .u64(it.records().length)
                        .bytes(it.records(), 0, it.records().length);
            case MessageIndex it ->
                out.u16(it.channelId())
                        .part(list -> it.entries()
                                .forEach(entry -> list.u64(entry.logTime()).u64(entry.offset())));
            case ChunkIndex it ->
                out.u64(it.startTime())
                        .u64(it.endTime())
                        .u64(it.chunkStart())
                        .u64(it.chunkLength())
                        .counts(it.messageIndexOffsets())
                        .u64(it.messageIndexLength())
                        .text(it.compression())
                        .u64(it.compressedSize())
                        .u64(it.uncompressedSize());
            case Attachment it -> attachment(it, out);
            case AttachmentIndex it ->
                out.u64(it.offset())
                        .u64(it.length())
                        .u64(it.logTime())
                        .u64(it.createTime())
                        .u64(it.dataSize())
                        .text(it.name())
                        .text(it.mediaType());
            case Statistics it ->
                out.u64(it.messageCount())
                        .u16(it.schemaCount())
                        .u32(it.channelCount())
                        .u32(it.attachmentCount())
                        .u32(it.metadataCount())
                        .u32(it.chunkCount())
                        .u64(it.startTime())
                        .u64(it.endTime())
                        .counts(it.channelMessageCounts());
            case Metadata it -> out.text(it.name()).texts(it.entries());
            case MetadataIndex it -> out.u64(it.offset()).u64(it.length()).text(it.name());
            case SummaryOffset it ->
                out.u8(it.groupOpcode()).u64(it.groupStart()).u64(it.groupLength());
            case DataEnd it -> out.u32(it.dataSectionCrc());
            case Unknown it -> out.bytes(it.data(), 0, it.data().length);
        }
    }

    private static void attachment(final Attachment it, final FieldOutput out) {
        final int start = out.length();
        out.u64(it.logTime())
                .u64(it.createTime())
                .text(it.name())
                .text(it.mediaType())
                .u64(it.data().length)
                .bytes(it.data(), 0, it.data().length);
        final CRC32 crc = new CRC32();
        crc.update(out.array(), start, out.length() - start);
        out.u32(crc.getValue());
    }
}
