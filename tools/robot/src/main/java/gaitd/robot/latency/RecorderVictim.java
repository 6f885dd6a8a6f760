package gaitd.robot.latency;

import gaitd.mcap.McapCheck;
import gaitd.mcap.McapException;
import gaitd.mcap.McapIndex;
import gaitd.mcap.McapLimits;
import gaitd.mcap.McapMessages;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapQuery;
import gaitd.mcap.McapRecord;
import gaitd.mcap.McapRepair;
import gaitd.mcap.McapSource;
import gaitd.robot.record.LogChannel;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedFollower;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/** Companions that record and are killed, and what became of the files. Used by one thread. */
final class RecorderVictim implements CompanionKiller.Victim {
    private static final double NS_PER_S = 1e9;
    private static final long LEAST_MS = 100;
    private static final long PERIOD_NS = 4_000_000;
    private static final int MORE_MS = 3500;

    private final Path records;
    private final SharedFollower frames;
    private final Random random;
    private final TickFrame newest = new TickFrame();
    private final List<Double> lostS = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private long tornBytes;
    private long ticks;
    private int empty;

    /**
     * No file yet.
     *
     * @param records folder of the files
     * @param frames a reader of its own
     * @param seed of how long each lives
     */
    RecorderVictim(final Path records, final SharedFollower frames, final long seed) {
        this.records = records;
        this.frames = frames;
        random = new Random(seed);
    }

    @Override
    public List<String> arguments() {
        return List.of("--record", records.toString());
    }

    @Override
    public long followsMs() {
        return LEAST_MS + random.nextInt(MORE_MS);
    }

    @Override
    public void dies() {
        // A reader that was overtaken meanwhile gets nothing at first, then goes on with the newest.
        for (int empty = 0; empty < 2; empty++) {
            for (TickFrame frame = frames.poll(); frame != null; frame = frames.poll()) {
                newest.copyFrom(frame.bytes(), 0);
            }
            LockSupport.parkNanos(PERIOD_NS);
        }
    }

    @Override
    public void died() throws IOException {
        final List<Path> left;
        try (Stream<Path> files = Files.list(records)) {
            left = files.sorted().toList();
        }
        if (left.size() != 1) {
            wrong.add(left.size() + " files were left, expected one");
        }
        for (final Path file : left) {
            judge(file);
            Files.delete(file);
        }
    }

    /** Mends a file, checks what comes out, and compares its last tick with that of the robot's when the companion was killed. */
    private void judge(final Path file) throws IOException {
        final Path mended = file.resolveSibling("mended");
        try (McapSource source = McapSource.of(file)) {
            tornBytes += McapRepair.repair(
                            source,
                            new BufferedOutputStream(Files.newOutputStream(mended)),
                            McapOptions.USUAL,
                            McapLimits.USUAL)
                    .lostBytes();
        } catch (final McapException broken) {
            wrong.add(file.getFileName() + ": " + broken.getMessage());
            return;
        }
        try (McapSource source = McapSource.of(mended)) {
            McapCheck.of(source, McapLimits.USUAL).forEach(problem -> wrong.add(file.getFileName() + ": " + problem));
            read(file, source);
        } finally {
            Files.delete(mended);
        }
    }

    private void read(final Path file, final McapSource source) throws IOException {
        final McapMessages messages = new McapMessages(
                new McapIndex(source, McapLimits.USUAL),
                new McapQuery(0, -1, Set.of(LogChannel.TICK.topic)),
                McapLimits.USUAL);
        final TickFrame frame = new TickFrame();
        long last = -1;
        for (McapRecord.Message it = messages.next(); it != null; it = messages.next()) {
            frame.copyFrom(new UnsafeBuffer(it.data()), 0);
            final long tick = frame.get(TickField.TICK);
            if (last >= 0 && tick <= last) {
                wrong.add(file.getFileName() + ": tick " + tick + " comes after " + last);
            }
            last = tick;
            ticks++;
        }
        if (last < 0) {
            empty++;
        } else {
            lostS.add((newest.get(TickField.SCHEDULED_NS) - frame.get(TickField.SCHEDULED_NS)) / NS_PER_S);
        }
    }

    /** Seconds from the last tick in a file to the last of its companion's life, the least first; of files with ticks. */
    List<Double> lostS() {
        return lostS.stream().sorted().toList();
    }

    /** Files of companions that were killed before their first second was over: they have no ticks. */
    int empty() {
        return empty;
    }

    /** Ticks in all files. */
    long ticks() {
        return ticks;
    }

    /** Bytes at the ends of files that are no whole chunk. */
    long tornBytes() {
        return tornBytes;
    }

    /** What is wrong, a line each. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
