package gaitd.mcap;

import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.DataEnd;
import gaitd.mcap.McapRecord.Header;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.MessageIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Copies all of a damaged file that can be read into a new one, with a new summary. */
public final class McapRepair {
    /** Bytes of a chunk's record that are looked at before it is taken for one. */
    private static final int CHUNK_BEGIN = 64;

    private static final int MOST_NOTES = 20;

    private final McapSource source;
    private final McapLimits limits;
    private final McapScanner scanner;
    private final List<String> notes = new ArrayList<>();
    private McapWriter writer;
    private long lost;
    private long homeless;
    private boolean dataEnded;

    private McapRepair(final McapSource source, final McapLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        scanner = new McapScanner(source, limits);
    }

    /**
     * What became of a file.
     *
     * @param bytes of the new file
     * @param lostBytes bytes of the old one that could not be read, those of a summary not counted
     * @param homelessMessages messages that were dropped since their channel's definition is lost
     * @param notes one line for each damage, the first 20
     */
    public record Outcome(long bytes, long lostBytes, long homelessMessages, List<String> notes) {}

    /**
     * Repairs a file.
     *
     * @param source the damaged file; stays open
     * @param out takes the new one; closed
     * @param options how the new one is written; chunks that can be read are copied as they are
     * @param limits what the file may ask for
     * @return what was lost
     * @throws IOException when the source does not begin as an MCAP file with a header, or a disk fails
     */
    public static Outcome repair(
            final McapSource source, final OutputStream out, final McapOptions options, final McapLimits limits)
            throws IOException {
        try (out) {
            final McapRepair repair = new McapRepair(source, limits);
            if (!(repair.scanner.next() instanceof final Header header)) {
                throw new McapException("the file has no Header");
            }
            repair.writer = new McapWriter(out, options, header.profile(), header.library());
            repair.defineBySummary();
            repair.run();
            repair.writer.end();
            return new Outcome(repair.writer.position(), repair.lost, repair.homeless, List.copyOf(repair.notes));
        }
    }

    /** Where the summary is whole, its definitions help messages whose own are lost. */
    private void defineBySummary() throws IOException {
        final McapIndex index;
        try {
            index = new McapIndex(source, limits);
        } catch (final McapException none) {
            return;
        }
        for (final McapRecord schema : index.definitions().schemas().values()) {
            writer.write(schema);
        }
        for (final McapRecord channel : index.definitions().channels().values()) {
            writer.write(channel);
        }
    }

    private void run() throws IOException {
        while (true) {
            final McapRecord record;
            try {
                record = scanner.next();
            } catch (final McapException damaged) {
                note(damaged.getMessage());
                if (dataEnded || scanner.failedAtDataEnd() || !resume()) {
                    return;
                }
                continue;
            }
            if (record == null || record instanceof DataEnd) {
                dataEnded = true;
                if (record == null) {
                    return;
                }
            } else if (!dataEnded && !(record instanceof MessageIndex)) {
                copy(record);
            }
        }
    }

    private void copy(final McapRecord record) throws IOException {
        try {
            writer.write(record);
        } catch (final McapException wrong) {
            if (record instanceof Message) {
                homeless++;
            } else {
                lost += scanner.nextPosition() - scanner.position();
            }
            note("at byte " + scanner.position() + ": " + wrong.getMessage());
        }
    }

    private void note(final String damage) {
        if (notes.size() < MOST_NOTES) {
            notes.add(damage);
        }
    }

    /** Goes on at the next chunk that can be read, if there is one. */
    private boolean resume() throws IOException {
        final long damage = scanner.position();
        final byte[] begin = new byte[CHUNK_BEGIN];
        for (long at = damage + 1; at <= source.size() - CHUNK_BEGIN; at++) {
            source.read(at, begin, begin.length);
            if (begin[0] == McapOpcode.CHUNK && isChunk(at, begin)) {
                lost += at - damage;
                scanner.resume(at);
                return true;
            }
        }
        lost += source.size() - damage;
        return false;
    }

    private boolean isChunk(final long at, final byte[] begin) throws IOException {
        try {
            final FieldInput in = new FieldInput(begin, 1, begin.length - 1);
            final long length = in.u64("length");
            in.skip(28);
            final int before = McapCompression.of(in.text("compression")).key().length() + 40;
            if (length < before
                    || length > Math.min(limits.recordBytes(), source.size() - at - McapScanner.HEAD)
                    || in.u64("records") != length - before) {
                return false;
            }
            final byte[] body = new byte[(int) length];
            source.read(at + McapScanner.HEAD, body, body.length);
            ChunkContents.of((Chunk) RecordDecoder.decode(McapOpcode.CHUNK, body, 0, body.length), limits);
            return true;
        } catch (final McapException no) {
            return false;
        }
    }
}
