package gaitd.robot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.mcap.McapCheck;
import gaitd.mcap.McapIndex;
import gaitd.mcap.McapLimits;
import gaitd.mcap.McapMessages;
import gaitd.mcap.McapQuery;
import gaitd.mcap.McapRecord;
import gaitd.mcap.McapSource;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLogTest {
    private static final long PERIOD_NS = 2_000_000L;
    private static final long MB = 1L << 20;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final TickFrame frame = new TickFrame();
    private long accepted = 1;
    private final SplittableRandom random = new SplittableRandom(4);

    private FrameLog log(
            final double seconds, final long segmentBytes, final long total, final RecordPlan.FullDisk full) {
        final RecordPlan plan = new RecordPlan(folder, true, (long) (seconds * 1e9), segmentBytes, total, 0, full);
        final LogFacts facts = new LogFacts("a test", true, LogFacts.toml(Config.defaults()), List.of());
        return new FrameLog(plan, () -> facts, LearnerTap.of((LearnerLink) null), () -> 0, said::add);
    }

    private void take(final FrameLog log, final long tick) {
        frame.put(TickField.TICK, tick);
        frame.put(TickField.STATES_ACCEPTED, accepted);
        frame.put(TickField.SCHEDULED_NS, tick * PERIOD_NS);
        for (int i = 0; i < 12; i++) {
            frame.putReal(TickField.Q, i, random.nextDouble());
            frame.putReal(TickField.TAU, i, random.nextDouble());
            frame.putReal(TickField.DQ, i, random.nextDouble());
        }
        log.take(frame);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".mcap"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(final Path file, final String topic) throws IOException {
        final List<String> texts = new ArrayList<>();
        try (McapSource source = McapSource.of(file)) {
            final McapMessages messages = new McapMessages(
                    new McapIndex(source, McapLimits.USUAL), new McapQuery(0, -1, Set.of(topic)), McapLimits.USUAL);
            for (McapRecord.Message it = messages.next(); it != null; it = messages.next()) {
                texts.add(new String(it.data(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void segmentsEndByTimeAndHoldEveryFrameOnce() throws IOException {
        try (FrameLog log = log(1, 256 * MB, 256 * MB, RecordPlan.FullDisk.STOP)) {
            for (int tick = 0; tick < 1250; tick++) {
                take(log, tick);
            }
        }
        assertEquals(3, files().size());
        int frames = 0;
        for (final Path file : files()) {
            try (McapSource source = McapSource.of(file)) {
                assertEquals(List.of(), McapCheck.of(source, McapLimits.USUAL));
                assertEquals(
                        2, new McapIndex(source, McapLimits.USUAL).attachments().size());
            }
            frames += texts(file, "/tick").size();
            assertTrue(texts(file, "/tf").getFirst().startsWith("{\"transforms\":[{\"timestamp\":{\"sec\":"));
            assertEquals(1, texts(file, "/robot_description").size());
        }
        assertEquals(1250, frames);
        assertEquals(List.of(), said);
    }

    @Test
    void aRobotOfWhichNothingWasHeardHasNoPose() throws IOException {
        try (FrameLog log = log(60, 256 * MB, 256 * MB, RecordPlan.FullDisk.STOP)) {
            for (long tick = 0; tick < 200; tick++) {
                accepted = tick < 100 ? 0 : 1;
                take(log, tick);
            }
        }
        final int poses = texts(files().getFirst(), "/tf").size();
        assertTrue(poses > 0 && poses <= 100 * PERIOD_NS * 25 / 1_000_000_000L + 1, "poses " + poses);
    }

    @Test
    void lostFramesAndFaultsAreTold() throws IOException {
        try (FrameLog log = log(60, 256 * MB, 256 * MB, RecordPlan.FullDisk.STOP)) {
            take(log, 0);
            frame.put(TickField.MODE, Mode.FAULT.ordinal());
            frame.put(TickField.FAULT, Fault.TILT.ordinal());
            frame.put(TickField.FAULT_BITS, Fault.TILT.bit());
            frame.put(TickField.FAULT_JOINT, -1);
            take(log, 5);
            assertTrue(log.summary().contains("recorded 2 frames"), log.summary());
            assertTrue(log.summary().contains("lost 4"), log.summary());
        }
        final String events = texts(files().getFirst(), "/log").toString();
        assertTrue(events.contains("mode PASSIVE"), events);
        assertTrue(events.contains("4 frames lost before tick 5"), events);
        assertTrue(events.contains("mode FAULT"), events);
        assertTrue(events.contains("TILT"), events);
    }

    @Test
    void aLoopThatBeginsAgainBeginsARecording() throws IOException {
        try (FrameLog log = log(60, 256 * MB, 256 * MB, RecordPlan.FullDisk.STOP)) {
            take(log, 7);
            take(log, 8);
            take(log, 0);
        }
        assertEquals(2, files().size());
        assertTrue(files().get(1).toString().endsWith("-2-0001.mcap")
                || files().get(1).toString().endsWith("-0001.mcap"));
    }

    @Test
    void withoutRoomTheOldestUnpinnedFileGoes() throws IOException {
        final Path pinned = folder.resolve("gaitd-20200101T000000Z-0001.mcap");
        final Path old = folder.resolve("gaitd-20200101T000001Z-0001.mcap");
        final Path other = folder.resolve("mine-20200101T000000Z-0001.mcap");
        for (final Path file : List.of(pinned, old, other)) {
            Files.write(file, new byte[(int) MB]);
        }
        Files.createFile(folder.resolve(pinned.getFileName() + ".pin"));
        try (FrameLog log = log(60, 256 * MB, 5 * MB + MB / 2, RecordPlan.FullDisk.OLDEST)) {
            take(log, 0);
        }
        assertTrue(Files.exists(pinned));
        assertTrue(Files.exists(other));
        assertTrue(!Files.exists(old));
        assertEquals(List.of("recording: no room, deleted " + old), said);
    }

    @Test
    void withoutRoomItStopsWhereItIsToAndSaysSo() throws IOException {
        final Path old = folder.resolve("gaitd-20200101T000001Z-0001.mcap");
        Files.write(old, new byte[(int) MB]);
        try (FrameLog log = log(60, 256 * MB, 5 * MB - 1, RecordPlan.FullDisk.STOP)) {
            take(log, 0);
            take(log, 1);
            assertTrue(log.summary().contains("is full, or all 4 MB"), log.summary());
        }
        assertTrue(Files.exists(old));
        assertEquals(1, said.size());
    }

    @Test
    void theSettingsComeBack() {
        final Config config = Config.defaults();
        final Config again =
                new Config.Builder().toml(LogFacts.toml(config), "test").conclude();
        assertEquals(LogFacts.toml(config), LogFacts.toml(again));
    }
}
