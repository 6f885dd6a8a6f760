package gaitd.mcap;

import gaitd.mcap.McapRecord.AttachmentIndex;
import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.ChunkIndex;
import gaitd.mcap.McapRecord.Footer;
import gaitd.mcap.McapRecord.MetadataIndex;
import gaitd.mcap.McapRecord.Statistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/** What a file's summary says, and single records of the file by it; nothing else of the file is read. */
public final class McapIndex {
    private static final int FOOTER = McapScanner.FOOTER_BEFORE_CRC + 4;

    private final McapSource source;
    private final McapLimits limits;
    private final long dataEnd;
    private final Definitions definitions = new Definitions();
    private final List<ChunkIndex> chunks = new ArrayList<>();
    private final List<AttachmentIndex> attachments = new ArrayList<>();
    private final List<MetadataIndex> metadata = new ArrayList<>();
    private Statistics statistics;

    /**
     * Reads the summary.
     *
     * @param source the file; stays open
     * @param limits what it may ask for
     * @throws IOException when the file does not begin and end as an MCAP file, or its summary is damaged
     */
    public McapIndex(final McapSource source, final McapLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        new McapScanner(source, limits);
        final long footerStart = source.size() - McapScanner.MAGIC.length - FOOTER;
        if (footerStart < McapScanner.MAGIC.length) {
            throw new McapException("the file ends at byte " + source.size() + " without a footer");
        }
        final byte[] end = read(footerStart, FOOTER + McapScanner.MAGIC.length);
        if (!Arrays.equals(end, FOOTER, end.length, McapScanner.MAGIC, 0, McapScanner.MAGIC.length)
                || end[0] != McapOpcode.FOOTER
                || end[1] != FOOTER - McapScanner.HEAD) {
            throw new McapException("the file does not end as an MCAP file does: it was not ended, or it was cut");
        }
        final Footer footer =
                (Footer) RecordDecoder.decode(McapOpcode.FOOTER, end, McapScanner.HEAD, FOOTER - McapScanner.HEAD);
        final long start = footer.summaryStart() == 0 ? footerStart : footer.summaryStart();
        if (start < McapScanner.MAGIC.length || start > footerStart || footerStart - start > limits.recordBytes()) {
            throw new McapException("the summary begins at byte " + Long.toUnsignedString(start) + ", expected "
                    + McapScanner.MAGIC.length + " to " + footerStart);
        }
        dataEnd = start;
        final byte[] summary = read(start, (int) (footerStart - start));
        final CRC32 crc = new CRC32();
        crc.update(summary);
        crc.update(end, 0, McapScanner.FOOTER_BEFORE_CRC);
        if (footer.summaryCrc() != 0 && footer.summaryCrc() != crc.getValue()) {
            throw new McapException(
                    "the summary is damaged: CRC " + crc.getValue() + ", expected " + footer.summaryCrc());
        }
        parse(summary);
    }

    private byte[] read(final long position, final int length) throws IOException {
        final byte[] bytes = new byte[length];
        source.read(position, bytes, length);
        return bytes;
    }

    private void parse(final byte[] summary) throws McapException {
        int at = 0;
        while (at < summary.length) {
            final FieldInput head = new FieldInput(summary, at, summary.length - at);
            final int opcode = head.u8("opcode");
            final long length = head.u64("length");
            if (length < 0 || length > head.left()) {
                throw new McapException("a " + McapOpcode.name(opcode) + " of the summary is longer than the summary");
            }
            final McapRecord record = RecordDecoder.decode(opcode, summary, head.at(), (int) length);
            at = head.at() + (int) length;
            switch (record) {
                case ChunkIndex it -> chunks.add(it);
                case AttachmentIndex it -> attachments.add(it);
                case MetadataIndex it -> metadata.add(it);
                case Statistics it -> statistics = it;
                default -> definitions.see(record);
            }
        }
    }

    /**
     * Schemas and channels that the summary repeats.
     *
     * @return all of the file, or none
     */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * The chunks.
     *
     * @return in the order of the summary
     */
    public List<ChunkIndex> chunks() {
        return Collections.unmodifiableList(chunks);
    }

    /**
     * The attachments.
     *
     * @return in the order of the summary
     */
    public List<AttachmentIndex> attachments() {
        return Collections.unmodifiableList(attachments);
    }

    /**
     * The metadata.
     *
     * @return in the order of the summary
     */
    public List<MetadataIndex> metadata() {
        return Collections.unmodifiableList(metadata);
    }

    /**
     * Statistics.
     *
     * @return null for none
     */
    public Statistics statistics() {
        return statistics;
    }

    /**
     * Whether all messages can be found by the summary.
     *
     * @return no for a file without statistics, with another number of chunks than its statistics say, or with messages outside of chunks
     */
    public boolean findsAll() {
        return statistics != null
                && statistics.chunkCount() == chunks.size()
                && (statistics.chunkCount() > 0 || statistics.messageCount() == 0)
                && definitions.channels().size() == statistics.channelCount();
    }

    /**
     * Reads an attachment.
     *
     * @param index one of {@link #attachments}
     * @return the attachment; its CRC was right
     * @throws IOException when it is damaged, or something else is there
     */
    public McapRecord.Attachment attachment(final AttachmentIndex index) throws IOException {
        final McapRecord.Attachment found =
                (McapRecord.Attachment) at(McapOpcode.ATTACHMENT, index.offset(), index.length());
        if (!found.name().equals(index.name()) || found.data().length != index.dataSize()) {
            throw new McapException("another attachment than '" + index.name() + "' is at byte " + index.offset());
        }
        return found;
    }

    /**
     * Reads a metadata record.
     *
     * @param index one of {@link #metadata}
     * @return the record
     * @throws IOException when it is damaged, or something else is there
     */
    public McapRecord.Metadata metadata(final MetadataIndex index) throws IOException {
        final McapRecord.Metadata found = (McapRecord.Metadata) at(McapOpcode.METADATA, index.offset(), index.length());
        if (!found.name().equals(index.name())) {
            throw new McapException("other metadata than '" + index.name() + "' are at byte " + index.offset());
        }
        return found;
    }

    /** Opens a chunk, which must be what its index says. */
    ChunkContents open(final ChunkIndex index) throws IOException {
        final Chunk found = (Chunk) at(McapOpcode.CHUNK, index.chunkStart(), index.chunkLength());
        if (found.startTime() != index.startTime()
                || found.endTime() != index.endTime()
                || found.records().length != index.compressedSize()
                || found.uncompressedSize() != index.uncompressedSize()
                || !found.compression().equals(index.compression())) {
            throw new McapException("the chunk at byte " + index.chunkStart() + " is another than its index says");
        }
        try {
            return ChunkContents.of(found, limits);
        } catch (final McapException damaged) {
            throw new McapException("at byte " + index.chunkStart() + ": " + damaged.getMessage(), damaged);
        }
    }

    private McapRecord at(final int opcode, final long start, final long length) throws IOException {
        if (start < McapScanner.MAGIC.length
                || length < McapScanner.HEAD
                || start > dataEnd
                || length > dataEnd - start
                || length > limits.recordBytes()) {
            throw new McapException("the summary places a " + McapOpcode.name(opcode) + " of "
                    + Long.toUnsignedString(length) + " bytes at byte " + Long.toUnsignedString(start)
                    + ", where none can be");
        }
        final byte[] bytes = read(start, (int) length);
        final FieldInput head = new FieldInput(bytes, 0, bytes.length);
        if (head.u8("opcode") != opcode || head.u64("length") != length - McapScanner.HEAD) {
            throw new McapException("the summary places a " + McapOpcode.name(opcode) + " at byte " + start
                    + ", where something else is");
        }
        return RecordDecoder.decode(opcode, bytes, McapScanner.HEAD, bytes.length - McapScanner.HEAD);
    }
}
