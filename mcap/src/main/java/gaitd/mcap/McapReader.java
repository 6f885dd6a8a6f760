package gaitd.mcap;

import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.MessageIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** All records of a file in its order, those of chunks in place of the chunks; their indexes are left out. */
public final class McapReader implements Closeable {
    private final McapSource source;
    private final McapLimits limits;
    private final McapScanner scanner;
    private final Definitions definitions = new Definitions();
    private ChunkContents chunk;
    private Chunk opened;
    private long chunks;

    /**
     * A reader at the begin of a file.
     *
     * @param source the file; closed with the reader
     * @param limits what it may ask for
     * @throws IOException when it does not begin as an MCAP file
     */
    public McapReader(final McapSource source, final McapLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        scanner = new McapScanner(source, limits);
    }

    /**
     * Opens a file.
     *
     * @param file to read
     * @return a reader at its begin
     * @throws IOException when it cannot be opened, or does not begin as an MCAP file
     */
    public static McapReader open(final Path file) throws IOException {
        final McapSource source = McapSource.of(file);
        try {
            return new McapReader(source, McapLimits.USUAL);
        } catch (final IOException refused) {
            source.close();
            throw refused;
        }
    }

    /**
     * Schemas and channels so far.
     *
     * @return a view that grows while the file is read
     */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * Chunks so far.
     *
     * @return how many were opened
     */
    public long chunks() {
        return chunks;
    }

    /**
     * Takes the next record.
     *
     * @return the record, or null after the footer
     * @throws IOException when the file is damaged
     */
    public McapRecord next() throws IOException {
        while (true) {
            final McapRecord record = chunk == null ? scanner.next() : fromChunk();
            if (record instanceof final Chunk it) {
                opened = it;
                chunks++;
                try {
                    chunk = ChunkContents.of(it, limits);
                } catch (final McapException damaged) {
                    throw located(damaged);
                }
            } else if (record == null && chunk != null) {
                chunk = null;
            } else if (!(record instanceof MessageIndex)) {
                if (record != null) {
                    define(record);
                }
                return record;
            }
        }
    }

    private McapRecord fromChunk() throws IOException {
        try {
            final McapRecord record = chunk.next();
            if (record instanceof final Message message
                    && !TimeSpan.holds(opened.startTime(), opened.endTime(), message.logTime())) {
                throw new McapException("a message is of another time than its chunk says");
            }
            return record;
        } catch (final McapException damaged) {
            throw located(damaged);
        }
    }

    private void define(final McapRecord record) throws McapException {
        try {
            definitions.see(record);
        } catch (final McapException damaged) {
            throw located(damaged);
        }
    }

    private McapException located(final McapException damaged) {
        return new McapException("at byte " + scanner.position() + ": " + damaged.getMessage(), damaged);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
