package gaitd.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowCmdFrame;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.robot.FakeSimulator;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The robot's side of the wire with time and datagrams fed by hand. */
class RobotSideTest {
    private static final long MS = 1_000_000;
    private static final SocketAddress ONE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4001);
    private static final SocketAddress OTHER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4002);

    private final ServerCounters counters = new ServerCounters();
    private final SimulatedA1 robot = new SimulatedA1(new FakeSimulator(), SensorNoise.none(), 1, 0.1);
    private final ServedWalk walk = new ServedWalk(robot, Terrain.FLAT, A1.MASS_KG);
    private final RobotSide side = new RobotSide(robot, walk, counters);
    private final ByteBuffer in = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer out = ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);

    @BeforeEach
    void start() {
        side.startAt(0);
    }

    private void valid() {
        final JointCommands commands = new JointCommands();
        commands.damp(1);
        LowCmdCodec.encode(commands, in);
    }

    private boolean handle(final int length, final SocketAddress from, final long nowNs) {
        return side.handle(in, length, from, nowNs, out);
    }

    private void refuses(final ServerCounter reason, final int length) {
        assertFalse(handle(length, ONE, MS));
        for (final ServerCounter counter : ServerCounter.values()) {
            assertEquals(counter == reason ? 1 : 0, counters.get(counter), counter.name());
        }
        assertFalse(robot.isCommanded());
    }

    @Test
    void answersAValidCommandWithTheStateOfNow() {
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 7 * MS));
        final Sensed sensed = new Sensed();
        assertEquals(DecodeResult.OK, LowStateCodec.decode(out, LowStateCodec.SIZE, sensed));
        assertEquals(7, sensed.robotTick);
        assertEquals(1, counters.get(ServerCounter.ACCEPTED));
        assertTrue(robot.isCommanded());
    }

    @Test
    void dropsSixHundredAndTenZeroBytes() {
        refuses(ServerCounter.BAD_CRC, LowCmdCodec.SIZE);
    }

    @Test
    void dropsDatagramsWithBadCrc() {
        valid();
        in.put(100, (byte) (in.get(100) ^ 1));
        refuses(ServerCounter.BAD_CRC, LowCmdCodec.SIZE);
    }

    @Test
    void dropsShorterAndLongerDatagrams() {
        valid();
        refuses(ServerCounter.WRONG_SIZE, LowCmdCodec.SIZE - 1);
        assertFalse(handle(LowCmdCodec.SIZE + 1, ONE, MS));
        assertFalse(handle(0, ONE, MS));
        assertEquals(3, counters.get(ServerCounter.WRONG_SIZE));
    }

    @Test
    void dropsCommandsOfAnotherLevel() {
        final LowCmdFrame frame = new LowCmdFrame();
        frame.encode(in);
        refuses(ServerCounter.NOT_LOW_LEVEL, LowCmdCodec.SIZE);
    }

    @Test
    void dropsTargetsThatAreNotFinite() {
        final LowCmdFrame frame = new LowCmdFrame();
        frame.levelFlag = (byte) 0xFF;
        frame.q[11] = Float.NaN;
        frame.encode(in);
        refuses(ServerCounter.NOT_FINITE, LowCmdCodec.SIZE);
    }

    @Test
    void keepsASecondClientOutUntilTheFirstHasBeenSilentForASecond() {
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, MS));
        assertFalse(handle(LowCmdCodec.SIZE, OTHER, 1_000 * MS));
        assertEquals(1, counters.get(ServerCounter.SECOND_CLIENT));
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 1_000 * MS));
        assertFalse(handle(LowCmdCodec.SIZE, OTHER, 1_999 * MS));
        assertTrue(handle(LowCmdCodec.SIZE, OTHER, 2_000 * MS));
        assertFalse(handle(LowCmdCodec.SIZE, ONE, 2_001 * MS));
    }

    @Test
    void junkDoesNotMakeAClient() {
        assertFalse(handle(LowCmdCodec.SIZE, OTHER, MS));
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 2 * MS));
    }

    @Test
    void surviveRandomDatagrams() {
        final Random random = new Random(31);
        final byte[] bytes = new byte[2048];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(bytes);
            in.put(0, bytes);
            final int length = random.nextBoolean() ? LowCmdCodec.SIZE : random.nextInt(bytes.length + 1);
            assertFalse(handle(length, ONE, i), "seed 31, datagram " + i);
        }
        assertEquals(
                10_000,
                counters.get(ServerCounter.BAD_CRC) + counters.get(ServerCounter.WRONG_SIZE),
                "every one has its reason");
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, MS));
    }

    @Test
    void takesPlausibleDatagramsWithRandomContentsWithoutHarm() {
        final Random random = new Random(37);
        final LowCmdFrame frame = new LowCmdFrame();
        frame.levelFlag = (byte) 0xFF;
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            for (int j = 0; j < LowCmdFrame.MOTORS; j++) {
                frame.mode[j] = random.nextInt(4) == 0 ? (byte) random.nextInt() : 0x0A;
                frame.q[j] = Float.intBitsToFloat(random.nextInt());
                frame.dq[j] = Float.intBitsToFloat(random.nextInt());
                frame.q[j] = Float.isFinite(frame.q[j]) ? frame.q[j] : 0;
                frame.dq[j] = Float.isFinite(frame.dq[j]) ? frame.dq[j] : 0;
                frame.tau[j] = (short) random.nextInt();
                frame.kp[j] = (short) random.nextInt();
                frame.kd[j] = (short) random.nextInt();
            }
            frame.encode(in);
            now += 2 * MS;
            assertTrue(handle(LowCmdCodec.SIZE, ONE, now));
            side.advanceTo(now + MS);
            for (int j = 0; j < 12; j++) {
                assertTrue(Double.isFinite(robot.truth().q[j]), "seed 37, datagram " + i + ", joint " + j);
                assertTrue(Double.isFinite(robot.truth().dq[j]), "seed 37, datagram " + i + ", joint " + j);
            }
        }
    }

    @Test
    void followsTheClockStepByStep() {
        side.advanceTo(10 * MS + MS / 2);
        assertEquals(0.010, robot.timeS(), 1e-12);
        side.advanceTo(11 * MS);
        assertEquals(0.011, robot.timeS(), 1e-12);
        assertEquals(0, counters.get(ServerCounter.STEPS_SKIPPED));
    }

    @Test
    void measuresWhileTheRobotIsToCarryItselfAndNoLonger() {
        side.advanceTo(10 * MS);
        assertEquals(0, walk.figures().timeS());
        final JointCommands commands = new JointCommands();
        Arrays.fill(commands.kp, 60);
        LowCmdCodec.encode(commands, in);
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 20 * MS));
        side.advanceTo(30 * MS);
        assertEquals(0.010, walk.figures().timeS(), 1e-12);
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 30 * MS));
        side.advanceTo(40 * MS);
        assertEquals(0.010, walk.figures().timeS(), 1e-12);
        LowCmdCodec.encode(commands, in);
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 40 * MS));
        for (long at = 80; at <= 240; at += 40) {
            side.advanceTo(at * MS);
        }
        assertEquals(0.110, walk.figures().timeS(), 0.002, "a command is in force for 100 ms");
    }

    @Test
    void makesUpForAtMostFiftyMilliseconds() {
        side.advanceTo(1_000 * MS);
        assertEquals(50, Math.round(robot.timeS() / 0.001));
        assertEquals(950, counters.get(ServerCounter.STEPS_SKIPPED));
        side.advanceTo(1_001 * MS);
        assertEquals(51, Math.round(robot.timeS() / 0.001));
    }

    private int due(final long nowNs) {
        side.advanceTo(nowNs);
        int states = 0;
        while (side.next(nowNs, out)) {
            states++;
        }
        return states;
    }

    @Test
    void streamsStatesToTheLastClientWhetherOrNotCommandsCome() {
        side.stream(2 * MS);
        assertEquals(0, due(5 * MS), "nobody is there yet");
        valid();
        assertFalse(handle(LowCmdCodec.SIZE, ONE, 6 * MS), "no answer besides");
        int states = 0;
        for (long ms = 6; ms <= 1006; ms++) {
            states += due(ms * MS);
        }
        assertEquals(501, states);
        assertEquals(ONE, side.client());
        final Sensed sensed = new Sensed();
        assertEquals(DecodeResult.OK, LowStateCodec.decode(out, LowStateCodec.SIZE, sensed));
        assertEquals(1006, sensed.robotTick);
    }

    @Test
    void lateStatesComeWhenTheyAreDue() {
        robot.faults(new FaultInjector(FaultPlan.of(List.of("state.delayed:10@0")), 1));
        valid();
        assertFalse(handle(LowCmdCodec.SIZE, ONE, 5 * MS));
        assertEquals(0, due(14 * MS));
        assertEquals(1, due(15 * MS));
        final Sensed sensed = new Sensed();
        LowStateCodec.decode(out, LowStateCodec.SIZE, sensed);
        assertEquals(5, sensed.robotTick);
    }

    @Test
    void lateCommandsActWhenTheyAreDue() {
        robot.faults(new FaultInjector(FaultPlan.of(List.of("command.delayed:10@0")), 1));
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 5 * MS));
        side.advanceTo(15 * MS);
        assertFalse(robot.isCommanded());
        side.advanceTo(16 * MS);
        assertTrue(robot.isCommanded());
    }

    @Test
    void aHungBoardAnswersNothing() {
        robot.faults(new FaultInjector(FaultPlan.of(List.of("board.hung@0.01")), 1));
        valid();
        assertTrue(handle(LowCmdCodec.SIZE, ONE, 9 * MS));
        assertFalse(handle(LowCmdCodec.SIZE, ONE, 10 * MS));
    }
}
