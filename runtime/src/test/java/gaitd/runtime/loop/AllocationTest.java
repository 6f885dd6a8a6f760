package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.LtcBundle;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFolder;
import gaitd.runtime.shared.SharedFollower;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {
    private static final int TICKS = 100_000;
    private static final int HEARTBEAT_TICKS = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Config config = Rig.still(Config.defaults());
    private final FakeRobot robot = new FakeRobot();
    private long nowNs;
    private final CommandRing commands = new CommandRing();
    private Operator requests = new Operator(commands, 1, () -> nowNs);
    private ControlLoop loop = Rig.loop(config, robot, commands, new TickRing());
    private final TickTiming timing = new TickTiming(() -> nowNs);

    @Test
    void walksAHundredThousandTicksWithoutAllocating() {
        requests.hold();
        requests.offer(OperatorRequest.STAND, Gait.TROT, 0.3, 0.1, 0.2);
        ticks(10);
        requests.offer(OperatorRequest.STAND, Gait.TROT, 0.3, 0.1, 0.2);
        requests.offer(OperatorRequest.WALK, Gait.TROT, 0.3, 0.1, 0.2);
        ticks(30_000);
        assertEquals(0, leastBytesOfFiveRounds());
    }

    @Tag("slow")
    @Test
    void walksAHundredThousandTicksWithAPolicyWithoutAllocating() {
        walksWithoutAllocating(LtcBundle.policy(config));
    }

    @Tag("slow")
    @Test
    void aPolicyMovesTheLegsAHundredThousandTicksWithoutAllocating() {
        walksWithoutAllocating(LtcBundle.targets(config).create());
    }

    private void walksWithoutAllocating(final WalkingPolicy policy) {
        final TickRing frames = new TickRing();
        loop = new ControlLoop(config, robot, commands, frames, new WalkingPolicy[] {policy}, () -> nowNs);
        requests.hold();
        requests.offer(OperatorRequest.STAND, Gait.TROT, 0.3, 0.1, 0.2);
        ticks(10);
        requests.offer(OperatorRequest.STAND, Gait.TROT, 0.3, 0.1, 0.2);
        requests.offer(OperatorRequest.WALK, Gait.TROT, 0.3, 0.1, 0.2);
        ticks(30_000);
        assertEquals(0, leastBytesOfFiveRounds());
        final TickRing.Reader reader = frames.newReader();
        ticks(1);
        assertEquals(1, reader.poll().real(TickField.POLICY_SHARE, 0));
    }

    @Tag("slow")
    @Test
    void walksAHundredThousandTicksThroughSharedFilesWithoutAllocating(@TempDir final Path folder) {
        try (SharedFolder owned = SharedFolder.create(folder.resolve("shared"))) {
            final Operator client = new Operator(SharedClient.commands(folder.resolve("shared")), 1, () -> nowNs);
            requests = client;
            requests.hold();
            loop = Rig.loop(config, robot, owned.commands(), owned.frames());
            ticks(10);
            requests.offer(OperatorRequest.STAND, Gait.TROT, 0.3, 0.1, 0.2);
            requests.offer(OperatorRequest.WALK, Gait.TROT, 0.3, 0.1, 0.2);
            ticks(30_000);
            assertEquals(0, leastBytesOfFiveRounds());
            final SharedFollower follower = new SharedFollower(folder.resolve("shared"), () -> nowNs);
            ticks(1);
            final TickFrame frame = follower.poll();
            assertEquals(Mode.WALK.ordinal(), frame.get(TickField.MODE));
            assertEquals(0.3f, frame.real(TickField.COMMAND, 0));
        }
    }

    @Test
    void refusesCommandsWithoutAllocating() {
        final RawCommand bad = new RawCommand();
        bad.request = 99;
        ticks(30_000);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            final long start = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TICKS / 10; i++) {
                commands.offer(bad);
                commands.offer(bad);
                ticks(1);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        assertEquals(0, least);
    }

    @Test
    void faultsAndDampsWithoutAllocating() {
        robot.says.q[3] = Double.NaN;
        ticks(30_000);
        assertEquals(0, leastBytesOfFiveRounds());
    }

    /** The JIT compiler may charge some bytes to the thread once, when it replaces code; the loop itself never may. */
    private long leastBytesOfFiveRounds() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            final long start = threads.getCurrentThreadAllocatedBytes();
            ticks(TICKS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        return least;
    }

    private void ticks(final int count) {
        for (int i = 0; i < count; i++) {
            nowNs += config.periodNs();
            timing.scheduledNs = nowNs;
            timing.startedNs = nowNs;
            if (i % HEARTBEAT_TICKS == 0) {
                requests.offer(OperatorRequest.NONE, Gait.TROT, 0.3, 0.1, 0.2);
            }
            loop.tick(timing);
            timing.tick++;
        }
    }
}
