package gaitd.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameSink;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.measure.WalkMeter;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who knows the wire only tells the same of a walk as who knows the controller's mode. */
class ServedWalkTest implements RobotPort {
    private static final Config CONFIG = Config.defaults();
    private static final SocketAddress CLIENT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4001);

    private final EmbeddedSimulator physics = new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT);
    private final SimulatedA1 robot = new SimulatedA1(physics, SensorNoise.typical(), 1, 0.1);
    private final ServedWalk walk = new ServedWalk(robot, Terrain.FLAT, A1.MASS_KG);
    private final RobotSide side = new RobotSide(robot, walk, new ServerCounters());
    private final ByteBuffer command = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer state = ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final TickTiming timing = new TickTiming(() -> 0);
    private final ControlStages stages = new ControlStages(CONFIG, new WalkingPolicy[0], () -> 0);
    private final ControlLoop loop = new ControlLoop(stages, this, this::next, FrameSink.NONE);
    private final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
    private final WalkSample sample = new WalkSample();
    private final WalkMeter known = new WalkMeter(CONFIG.periodNs() * 1e-9, A1.MASS_KG);
    private OperatorRequest request = OperatorRequest.NONE;

    private OperatorRequest next(final long nowNs, final boolean walking, final OperatorCommand out) {
        final OperatorRequest taken = request;
        request = OperatorRequest.NONE;
        out.vx = 0.3;
        return taken;
    }

    @Override
    public boolean send(final JointCommands commands) {
        LowCmdCodec.encode(commands, command);
        return side.handle(command, LowCmdCodec.SIZE, CLIENT, timing.startedNs, state);
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        if (LowStateCodec.decode(state, LowStateCodec.SIZE, out) != DecodeResult.OK) {
            return false;
        }
        out.sequence++;
        out.receivedAtNs = nowNs;
        return true;
    }

    @Override
    public PortCounters counters() {
        return new PortCounters();
    }

    @Override
    public void close() {
        robot.close();
    }

    private void ticks(final double seconds) {
        for (final long until = timing.startedNs + Math.round(seconds * 1e9); timing.startedNs < until; ) {
            loop.tick(timing);
            timing.tick++;
            timing.startedNs += CONFIG.periodNs();
            side.advanceTo(timing.startedNs);
            sampler.read(robot.truth(), robot.sums(), sample);
            if (stages.mode() == Mode.WALK) {
                known.walk(sample, 0.3, 0, 0);
            } else {
                known.rest(sample, stages.mode() == Mode.STAND);
            }
        }
    }

    @BeforeEach
    void walk() {
        ticks(0.1);
        request = OperatorRequest.STAND;
        ticks(0.1);
        request = OperatorRequest.WALK;
        ticks(12);
        assertEquals(Mode.WALK, stages.mode());
    }

    @Test
    void standingWalkingAndSittingDownIsNoFall() {
        request = OperatorRequest.SIT;
        ticks(4);
        assertEquals(Mode.PASSIVE, stages.mode());
        assertTrue(sample.heightM < 0.12, "it lies at " + sample.heightM);
        final WalkFigures figures = walk.figures();
        assertEquals(0, figures.falls());
        assertEquals(0, known.falls());
        assertEquals(known.figures().forwardM(), figures.forwardM(), 0.05);
        assertEquals(known.figures().timeS(), figures.timeS(), 0.5);
        assertEquals(
                known.figures().meanPowerW(),
                figures.meanPowerW(),
                0.1 * known.figures().meanPowerW());
        assertEquals(known.figures().meanForwardMS(), figures.meanForwardMS(), 0.03);
        assertEquals(known.figures().tiltMaxRad(), figures.tiltMaxRad(), 0.02);
    }

    @Test
    void lettingGoOfAStandingRobotIsNoFall() {
        request = OperatorRequest.STOP;
        ticks(3);
        assertEquals(0, walk.figures().falls());
        assertEquals(0, known.falls());
    }

    @Test
    void beingKnockedOverIsAFall() {
        physics.kick(new double[] {0, 4, 0});
        ticks(3);
        assertEquals(Mode.FAULT, stages.mode());
        assertEquals(1, walk.figures().falls());
        assertEquals(1, known.falls());
    }
}
