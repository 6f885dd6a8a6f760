package gaitd.mcap;

import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.DataEnd;
import gaitd.mcap.McapRecord.Header;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.MessageIndex;
import java.io.IOException;
import java.io.OutputStream;

/** Copies the messages that a query wants into a new file, with all attachments, metadata and records of others. */
public final class McapCut {
    private McapCut() {}

    /**
     * Cuts a file.
     *
     * @param source the file; stays open
     * @param out takes the new one; closed
     * @param query what is wanted
     * @param options how the new one is written; chunks all of which is wanted are copied as they are
     * @param limits what the file may ask for
     * @return messages in the new file
     * @throws IOException when the source is damaged, or a disk fails
     */
    public static long cut(
            final McapSource source,
            final OutputStream out,
            final McapQuery query,
            final McapOptions options,
            final McapLimits limits)
            throws IOException {
        try (out) {
            final McapScanner scanner = new McapScanner(source, limits);
            if (!(scanner.next() instanceof final Header header)) {
                throw new McapException("the file has no Header");
            }
            final McapWriter writer = new McapWriter(out, options, header.profile(), header.library());
            final Definitions definitions = new Definitions();
            boolean data = true;
            for (McapRecord record = scanner.next(); record != null; record = scanner.next()) {
                if (record instanceof DataEnd) {
                    data = false;
                } else if (data && !(record instanceof MessageIndex)) {
                    copy(record, query, definitions, writer, limits);
                }
            }
            writer.end();
            return writer.messages();
        }
    }

    private static void copy(
            final McapRecord record,
            final McapQuery query,
            final Definitions definitions,
            final McapWriter writer,
            final McapLimits limits)
            throws IOException {
        switch (record) {
            case Chunk chunk
            when query.topics().isEmpty() && query.wants(chunk.startTime()) && query.wants(chunk.endTime()) -> {
                final ChunkContents contents = ChunkContents.of(chunk, limits);
                for (McapRecord it = contents.next(); it != null; it = contents.next()) {
                    definitions.see(it);
                }
                writer.write(chunk);
            }
            case Chunk chunk -> open(chunk, query, definitions, writer, limits);
            default -> take(record, query, definitions, writer);
        }
    }

    private static void open(
            final Chunk chunk,
            final McapQuery query,
            final Definitions definitions,
            final McapWriter writer,
            final McapLimits limits)
            throws IOException {
        final ChunkContents contents = ChunkContents.of(chunk, limits);
        for (McapRecord record = contents.next(); record != null; record = contents.next()) {
            take(record, query, definitions, writer);
        }
    }

    private static void take(
            final McapRecord record, final McapQuery query, final Definitions definitions, final McapWriter writer)
            throws IOException {
        definitions.see(record);
        if (!(record instanceof final Message message)
                || (query.wants(message.logTime())
                        && query.wants(definitions.channels().get(message.channelId())))) {
            writer.write(record);
        }
    }
}
