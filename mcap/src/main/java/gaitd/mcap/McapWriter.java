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
import gaitd.mcap.McapRecord.SummaryOffset;
import gaitd.mcap.McapRecord.Unknown;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Writes a file. Each record, a chunk among them, reaches the stream by one call of write, so that a process that is
 * killed loses no more than the chunk that it collects. Belongs to one thread.
 */
public final class McapWriter implements Closeable {
    private static final byte[] NOTHING = {};

    private final OutputStream out;
    private final McapOptions options;
    private final CRC32 crc = new CRC32();
    private final FieldOutput scratch = new FieldOutput();
    private final FieldOutput chunk = new FieldOutput();
    private final MessagePlaces places = new MessagePlaces();
    private final Definitions definitions = new Definitions();
    private final Set<Integer> schemasHere = new HashSet<>();
    private final Set<Integer> channelsHere = new HashSet<>();
    private final SummaryRecords summary = new SummaryRecords();
    private long position;
    private boolean ended;

    /**
     * Begins a file.
     *
     * @param out takes it; closed with the writer
     * @param options how it is written
     * @param profile which rules the contents follow beyond MCAP itself; may be empty
     * @param library who writes it
     * @throws IOException when the stream fails
     */
    public McapWriter(final OutputStream out, final McapOptions options, final String profile, final String library)
            throws IOException {
        this.out = out;
        this.options = options;
        put(McapScanner.MAGIC, McapScanner.MAGIC.length);
        put(new Header(profile, library), options.extra());
    }

    /**
     * Bytes that went to the stream so far.
     *
     * @return how many; the chunk that is being collected is not among them
     */
    public long position() {
        return position;
    }

    /**
     * Messages that went to the stream so far.
     *
     * @return how many; those of the chunk that is being collected are not among them
     */
    public long messages() {
        return summary.messages();
    }

    /**
     * Writes a record of the data. Definitions that are known already, and the same, are not written again.
     *
     * @param record a Schema, Channel, Message, Chunk, Attachment, Metadata or Unknown
     * @throws IOException when the stream fails, or when what the record needs was not defined before it
     * @throws IllegalArgumentException when writers make records of its kind themselves
     */
    public void write(final McapRecord record) throws IOException {
        switch (record) {
            case Schema it -> schema(it);
            case Channel it -> channel(it);
            case Message it ->
                message(it.channelId(), it.sequence(), it.logTime(), it.publishTime(), it.data(), 0, it.data().length);
            case Chunk it -> chunk(it);
            case Attachment it -> attachment(it);
            case Metadata it -> metadata(it);
            case Unknown it -> put(it, NOTHING);
            default ->
                throw new IllegalArgumentException(
                        "writers make a " + McapOpcode.name(record.opcode()) + " themselves");
        }
    }

    private void schema(final Schema schema) throws IOException {
        definitions.see(schema);
        if (schemasHere.add(schema.id())) {
            define(schema);
        }
    }

    private void channel(final Channel channel) throws IOException {
        definitions.see(channel);
        if (channelsHere.contains(channel.id())) {
            return;
        }
        if (channel.schemaId() != 0) {
            schema(definitions.schemas().get(channel.schemaId()));
        }
        channelsHere.add(channel.id());
        define(channel);
    }

    private void define(final McapRecord definition) throws IOException {
        if (options.has(McapFeature.CHUNKS)) {
            RecordEncoder.encode(definition, NOTHING, chunk);
        } else {
            put(definition, options.extra());
        }
    }

    /**
     * Writes a message.
     *
     * @param channel id of its channel, which was written before
     * @param sequence counts the channel's messages
     * @param logTime when it was recorded, ns
     * @param publishTime when it was made, ns
     * @param data holds the message
     * @param from first byte of it
     * @param length its bytes
     * @throws IOException when the stream fails, or there is no such channel
     */
    public void message(
            final int channel,
            final long sequence,
            final long logTime,
            final long publishTime,
            final byte[] data,
            final int from,
            final int length)
            throws IOException {
        if (!channelsHere.contains(channel)) {
            final Channel known = definitions.channels().get(channel);
            if (known == null) {
                throw new McapException("a message is of channel " + channel + ", which was not defined before it");
            }
            channel(known);
        }
        if (options.has(McapFeature.CHUNKS)) {
            places.add(channel, logTime, chunk.length());
            RecordEncoder.message(chunk, channel, sequence, logTime, publishTime, data, from, length);
            if (chunk.length() >= options.chunkBytes()) {
                endChunk();
            }
        } else {
            scratch.clear();
            RecordEncoder.message(scratch, channel, sequence, logTime, publishTime, data, from, length);
            put(scratch.array(), scratch.length());
            summary.message(channel, logTime);
        }
    }

    /**
     * Writes the chunk that is being collected, if it has anything.
     *
     * @throws IOException when the stream fails
     */
    public void endChunk() throws IOException {
        if (chunk.length() == 0) {
            return;
        }
        final CRC32 contents = new CRC32();
        contents.update(chunk.array(), 0, chunk.length());
        final TimeSpan span = places.span();
        final Chunk collected = new Chunk(
                span.start(),
                span.end(),
                chunk.length(),
                contents.getValue(),
                options.compression().key(),
                options.compression().compress(chunk.array(), chunk.length()));
        chunk.clear();
        putChunk(collected, places);
        places.clear();
        if (options.has(McapFeature.WHOLE_CHUNKS)) {
            schemasHere.clear();
            channelsHere.clear();
        }
    }

    /** A chunk of another file; its times are those of its messages. */
    private void chunk(final Chunk whole) throws IOException {
        endChunk();
        final ChunkContents contents = ChunkContents.of(whole, McapLimits.USUAL);
        final MessagePlaces found = new MessagePlaces();
        for (McapRecord record = contents.next(); record != null; record = contents.next()) {
            definitions.see(record);
            if (record instanceof final Message message) {
                found.add(message.channelId(), message.logTime(), contents.position());
            }
        }
        putChunk(
                new Chunk(
                        found.span().start(),
                        found.span().end(),
                        whole.uncompressedSize(),
                        whole.uncompressedCrc(),
                        whole.compression(),
                        whole.records()),
                found);
    }

    private void putChunk(final Chunk whole, final MessagePlaces found) throws IOException {
        final long start = position;
        put(whole, NOTHING);
        final long length = position - start;
        final Map<Integer, Long> offsets = new LinkedHashMap<>();
        if (options.has(McapFeature.MESSAGE_INDEX)) {
            for (final MessageIndex index : found.indexes()) {
                offsets.put(index.channelId(), position);
                put(index, options.extra());
            }
        }
        summary.chunk(
                new ChunkIndex(
                        whole.startTime(),
                        whole.endTime(),
                        start,
                        length,
                        offsets,
                        position - start - length,
                        whole.compression(),
                        whole.records().length,
                        whole.uncompressedSize()),
                found);
    }

    private void attachment(final Attachment it) throws IOException {
        final long start = position;
        put(it, options.extra());
        summary.index(new AttachmentIndex(
                start, position - start, it.logTime(), it.createTime(), it.data().length, it.name(), it.mediaType()));
    }

    private void metadata(final Metadata it) throws IOException {
        final long start = position;
        put(it, options.extra());
        summary.index(new MetadataIndex(start, position - start, it.name()));
    }

    /**
     * Writes what is collected, the summary and the end. Nothing can be written after it.
     *
     * @throws IOException when the stream fails
     */
    public void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        endChunk();
        put(new DataEnd(crc.getValue()), NOTHING);
        crc.reset();
        final long start = position;
        final List<SummaryOffset> offsets = new ArrayList<>();
        for (final Collection<? extends McapRecord> group : summary.groups(options, definitions)) {
            final long groupStart = position;
            int opcode = 0;
            for (final McapRecord record : group) {
                put(record, options.extra());
                opcode = record.opcode();
            }
            offsets.add(new SummaryOffset(opcode, groupStart, position - groupStart));
        }
        final long offsetStart = position;
        if (options.has(McapFeature.SUMMARY_OFFSETS)) {
            for (final SummaryOffset offset : offsets) {
                put(offset, options.extra());
            }
        }
        footer(offsetStart == start ? 0 : start, position == offsetStart ? 0 : offsetStart);
        put(McapScanner.MAGIC, McapScanner.MAGIC.length);
        out.flush();
    }

    private void footer(final long summaryStart, final long offsetStart) throws IOException {
        scratch.clear();
        RecordEncoder.encode(new Footer(summaryStart, offsetStart, 0), NOTHING, scratch);
        crc.update(scratch.array(), 0, McapScanner.FOOTER_BEFORE_CRC);
        put(new Footer(summaryStart, offsetStart, crc.getValue()), NOTHING);
    }

    private void put(final McapRecord record, final byte[] extra) throws IOException {
        scratch.clear();
        RecordEncoder.encode(record, extra, scratch);
        put(scratch.array(), scratch.length());
    }

    private void put(final byte[] bytes, final int length) throws IOException {
        crc.update(bytes, 0, length);
        out.write(bytes, 0, length);
        position += length;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            end();
        }
    }
}
