package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFollower;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of other processes, the control process ticks on and the robot walks. One start for all tests. */
@Tag("slow")
class OtherProcessesTest {
    private static final int MALFORMED = 10_000;

    @TempDir
    static Path folder;

    private static Robot robot;

    @BeforeAll
    static void walk() throws Exception {
        robot = new Robot(folder);
        robot.walk();
    }

    @AfterAll
    static void close() throws Exception {
        robot.control.signal(ProcessSignal.TERM);
        final int code = robot.control.exitCode();
        robot.close();
        assertEquals(ExitCode.OK, code, robot.control.output());
        assertTrue(robot.control.output().contains("SIT_DOWN"), robot.control.output());
    }

    private static long counted(final Counter counter) {
        return SharedClient.counters(robot.shared).get(counter);
    }

    @Test
    void companionKilledWhileItCounts() throws Exception {
        try (ChildJvm companion = robot.child("companion")) {
            final long before = counted(Counter.COMPANION_FRAMES);
            robot.await("frames in the companion", () -> {
                robot.frame();
                return counted(Counter.COMPANION_FRAMES) != before;
            });
            companion.signal(ProcessSignal.KILL);
            robot.awaitTicks(50);
            companion.exitCode();
        }
        robot.awaitTicks(50);
    }

    @Test
    void companionKilledAgainAndAgainLeavesNoGapInTheFrames() throws Exception {
        final SharedFollower frames = robot.follower();
        follow(frames);
        for (int i = 0; i < 3; i++) {
            try (ChildJvm companion = robot.child("companion")) {
                final long before = counted(Counter.COMPANION_FRAMES);
                robot.await("frames in the companion", () -> {
                    robot.frame();
                    follow(frames);
                    return counted(Counter.COMPANION_FRAMES) != before;
                });
                companion.signal(ProcessSignal.KILL);
                companion.exitCode();
            }
            robot.awaitTicks(50);
        }
        assertTrue(follow(frames) > 0);
    }

    /** Reads all frames there are: numbered one after the other but for those that this reader lost, and without a fault. */
    private static int follow(final SharedFollower frames) {
        int read = 0;
        long lost = frames.lostFrames();
        long last = -1;
        for (TickFrame frame = frames.poll(); frame != null; frame = frames.poll()) {
            final long tick = frame.get(TickField.TICK);
            assertTrue(last < 0 || tick - last == 1 + frames.lostFrames() - lost, last + " then " + tick);
            assertEquals(0, frame.get(TickField.FAULT));
            lost = frames.lostFrames();
            last = tick;
            read++;
        }
        return read;
    }

    @Test
    void aRingThatIsFullDropsAndCounts() {
        final CommandRing ring = SharedClient.commands(robot.shared);
        final RawCommand command = new RawCommand();
        final long droppedBefore = ring.dropped();
        long dropped = 0;
        while (dropped == 0) {
            dropped += ring.offer(command) == 0 ? 1 : 0;
        }
        assertTrue(ring.dropped() >= droppedBefore + dropped);
        robot.awaitTicks(50);
    }

    /** As fast as they are taken: one that finds no place is sent again, so that all of them are judged. */
    @Test
    void tenThousandMalformedCommands() {
        final CommandRing ring = SharedClient.commands(robot.shared);
        final long malformed = ring.count(Verdict.MALFORMED);
        final SplittableRandom random = new SplittableRandom(9);
        final RawCommand command = new RawCommand();
        for (int i = 0; i < MALFORMED; i++) {
            command.operator = random.nextInt(3);
            command.request = random.nextBoolean() ? random.nextInt() | 0x100 : 1;
            command.gait = command.request == 1 ? random.nextInt() | 0x100 : random.nextInt();
            command.vx = Double.longBitsToDouble(random.nextLong());
            command.sequence = random.nextLong();
            command.sentNs = System.nanoTime();
            robot.await("a place in the ring", () -> ring.offer(command) != 0);
        }
        robot.await("all verdicts", () -> ring.count(Verdict.MALFORMED) == malformed + MALFORMED);
        robot.awaitTicks(50);
    }

    @Test
    void anOperatorThatRepeatsAnOldCommand() {
        final CommandRing ring = SharedClient.commands(robot.shared);
        final RawCommand command = new RawCommand();
        command.operator = 4711;
        command.sequence = 1;
        command.request = OperatorRequest.POLICY_OFF.ordinal();
        command.sentNs = System.nanoTime();
        command.actedNs = command.sentNs;
        final long accepted = ring.offer(command);
        robot.await("the verdict", () -> ring.verdict(accepted) != null);
        assertEquals(Verdict.ACCEPTED, ring.verdict(accepted));
        command.request = OperatorRequest.SIT.ordinal();
        final long repeated = ring.offer(command);
        robot.await("the verdict", () -> ring.verdict(repeated) != null);
        assertEquals(Verdict.REPEATED, ring.verdict(repeated));
        command.sequence = 2;
        command.sentNs = System.nanoTime() - 3_600_000_000_000L;
        final long old = ring.offer(command);
        robot.await("the verdict", () -> ring.verdict(old) != null);
        assertEquals(Verdict.STALE, ring.verdict(old));
        robot.awaitTicks(50);
    }

    @Test
    void anOperatorThatDiesWhileItWrites() throws Exception {
        try (FileChannel file = FileChannel.open(
                robot.shared.resolve("operators/commands"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final MappedByteBuffer memory = file.map(FileChannel.MapMode.READ_WRITE, 4096, 512);
            new UnsafeBuffer(memory).getAndAddLong(0, 1);
        }
        robot.ask(OperatorRequest.POLICY_OFF, 0.2);
        assertTrue(SharedClient.commands(robot.shared).abandoned() >= 1);
        robot.awaitTicks(50);
    }

    @Test
    void learnerKilled() throws Exception {
        try (ChildJvm learner = robot.learner()) {
            final long before = counted(Counter.LEARNER_FRAMES);
            robot.await("frames in the learner", () -> {
                robot.frame();
                return counted(Counter.LEARNER_FRAMES) != before;
            });
            learner.signal(ProcessSignal.KILL);
            robot.awaitTicks(50);
        }
    }
}
