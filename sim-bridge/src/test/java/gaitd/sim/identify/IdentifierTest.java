package gaitd.sim.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.A1;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameWriter;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.cases.FieldCases;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.env.WalkStart;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.vary.Variation;
import gaitd.sim.vary.Varied;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Short walks with the usual noise: what a case set is found, and nothing else. */
class IdentifierTest {
    private static final Config CONFIG = Config.defaults();
    private static final double WALK_S = 24;

    private long nowNs;
    private long allocated;

    private Identified walk(final String name, final int latencySteps) {
        final Variation drawn = new Variation();
        FieldCases.parse(name).apply(drawn);
        final RobotModel model = RobotModel.a1();
        Varied.model(drawn, RobotModel.a1(), model);
        final SimulatedA1 robot =
                new SimulatedA1(new EmbeddedSimulator(model, Terrain.FLAT), SensorNoise.typical(), 1, 0.1);
        Varied.wear(drawn, robot.timeStepS(), robot.wear());
        robot.wear().latencySteps = latencySteps;
        final ControlStages stages = new ControlStages(CONFIG, new WalkingPolicy[0], () -> 0);
        final TickRing ring = new TickRing();
        final TickRing.Reader frames = ring.newReader();
        final ControlLoop loop = new ControlLoop(
                stages, new LockstepPort(robot, CONFIG.periodNs()), CommandSource.NOBODY, new FrameWriter(ring));
        WalkStart.onFeet(robot, stages, CONFIG);
        final TickTiming timing = new TickTiming(() -> nowNs);
        final Identifier identifier = new Identifier(CONFIG.periodNs() * 1e-9);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long tick = 0; tick < WALK_S * 1e9 / CONFIG.periodNs(); tick++) {
            stages.operator.vx = tick / 1500 % 2 == 0 ? 0.3 : 0.1;
            stages.operator.yawRate = tick / 2000 % 2 == 0 ? 0.3 : -0.3;
            timing.scheduledNs = nowNs;
            timing.startedNs = nowNs;
            loop.tick(timing);
            timing.tick++;
            nowNs += CONFIG.periodNs();
            final TickFrame frame = frames.poll();
            final long before = threads.getCurrentThreadAllocatedBytes();
            identifier.add(frame);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(identifier.bytes() < 256 * 1024, "bytes " + identifier.bytes());
        return identifier.finding();
    }

    private static void strengths(final Identified found, final double usual, final int other, final double value) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final Estimate one = found.get("strength." + A1.jointName(j));
            assertEquals(j == other ? value : usual, one.value(), 0.06, one.toString());
        }
    }

    @Test
    void aRobotAsItWasMadeIsFoundToBe() {
        final Identified found = walk("nominal", 0);
        assertEquals("nothing that differs from the robot as it was made", FindingText.of(found));
        assertTrue(found.get("payload").holds(0), found.get("payload").toString());
        assertTrue(found.get("delay").holds(0), found.get("delay").toString());
        strengths(found, 1, -1, 1);
        assertEquals(0, allocated);
        assertEquals(WALK_S, found.seconds(), 0.5);
    }

    @Test
    void aLoadIsFoundWithItsPlace() {
        final Identified found = walk("payload-behind", 0);
        assertEquals(10, found.get("payload").value(), 1);
        assertEquals(-0.1, found.get("payload_x").value(), 0.02);
        assertEquals(0, found.get("payload_y").value(), 0.02);
        strengths(found, 1, -1, 1);
        final String text = FindingText.of(found);
        assertTrue(text.startsWith("about ") && text.endsWith(" cm behind the middle"), text);
    }

    @Test
    void oneWeakMotorIsFoundAndRepeats() {
        final Identified found = walk("weak-motor", 0);
        assertEquals(0, found.get("payload").value(), 1);
        strengths(found, 1, 8, 0.5);
        assertTrue(FindingText.of(found).startsWith("RR calf at "), FindingText.of(found));
        nowNs = 0;
        assertEquals(found, walk("weak-motor", 0));
        nowNs = 0;
        assertNotEquals(found, walk("nominal", 0));
    }

    @Test
    void weaknessAndFrictionOfEveryJointAreNoLoad() {
        final Identified weak = walk("weak-motors", 0);
        assertEquals(0, weak.get("payload").value(), 1);
        strengths(weak, 0.6, -1, 1);
        assertTrue(FindingText.of(weak).startsWith("every motor at "), FindingText.of(weak));
        final Identified worn = walk("worn-joints", 0);
        assertEquals(0, worn.get("payload").value(), 1.5);
        assertTrue(FindingText.of(worn).startsWith("every joint sticks by 1."), FindingText.of(worn));
        assertEquals(0.2, weak.get("dry_friction.FR_thigh").value(), 0.1);
    }

    @Test
    void aZeroAndADelayAreFound() {
        final Identified zero = walk("joint-zero", 0);
        assertEquals(Math.PI / 18, zero.get("zero.FL_thigh").value(), 0.02);
        assertEquals(0, zero.get("zero.FR_thigh").value(), 0.02);
        assertEquals("FL thigh reads 10 deg too much", FindingText.of(zero));
        final Identified late = walk("nominal", 6);
        assertTrue(late.get("delay").holds(0.006), late.get("delay").toString());
        assertEquals("commands arrive 6 ms late", FindingText.of(late));
    }
}
