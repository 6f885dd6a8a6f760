package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.testing.WideLimits;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SimulatorKilledTest {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);
    private static final long WITHIN_NS = 100_000_000L;

    /** A simulated robot that can be killed. */
    private static final class MortalPort implements RobotPort {
        private final RobotPort port;
        private boolean dead;

        MortalPort(final RobotPort port) {
            this.port = port;
        }

        @Override
        public boolean receive(final Sensed out, final long nowNs) {
            return !dead && port.receive(out, nowNs);
        }

        @Override
        public boolean send(final JointCommands commands) {
            return !dead && port.send(commands);
        }

        @Override
        public PortCounters counters() {
            return port.counters();
        }

        @Override
        public void close() {
            port.close();
        }
    }

    @Test
    void dampsWithinATenthOfASecond() {
        final Config config = Config.defaults();
        final MortalPort port = new MortalPort(new LockstepPort(WORLD.robot(config), config.periodNs()));
        final long[] nowNs = {0};
        final RunPlan plan = new RunPlan(100, 0.3, 0, 0, Gait.TROT, false);
        final RunCore core = new RunCore(plan, config, port, A1.MASS_KG, () -> nowNs[0], () -> 0);
        final TickTiming timing = new TickTiming(() -> nowNs[0]);
        long killedNs = -1;
        long dampedNs = -1;
        while (!core.done()) {
            timing.startedNs = nowNs[0];
            timing.scheduledNs = nowNs[0];
            core.loop.tick(timing);
            timing.tick++;
            final TickFrame frame = core.reader.poll();
            core.take(frame, null, RunMonitor.NONE);
            if (killedNs < 0 && core.meter.walk.timeS() > 1) {
                port.dead = true;
                killedNs = nowNs[0];
            } else if (killedNs >= 0 && dampedNs < 0 && damps(frame)) {
                dampedNs = nowNs[0];
            }
            nowNs[0] += config.periodNs();
        }
        assertTrue(dampedNs > killedNs, "damping came after the kill");
        assertTrue(dampedNs - killedNs <= WITHIN_NS, "after " + (dampedNs - killedNs) + " ns");
        assertEquals(Fault.STATE_STALE, core.meter.fault());
        assertFalse(core.scenario.succeeded());
    }

    private static boolean damps(final TickFrame frame) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            if (frame.real(TickField.KP_COMMAND, joint) != 0
                    || frame.real(TickField.TAU_COMMAND, joint) != 0
                    || frame.real(TickField.KD_COMMAND, joint) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static SimServer server(final int port) {
        try {
            final SimulatedA1 robot = WORLD.robot(WideLimits.config());
            final SimServer server = new SimServer(
                    robot,
                    new ServedWalk(robot, WORLD.terrain(), A1.MASS_KG),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server.start();
            return server;
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Kills the simulator while walking, starts another, waits, clears as a person would, quits. */
    private static final class Person implements RunMonitor, AutoCloseable {
        private final int port;
        private SimServer server = server(0);
        private boolean killed;
        private boolean cleared;
        private long acceptedAtReturn = -1;
        private long statesBeforeClearing;
        private Mode modeBeforeClearing;
        private Mode modeAfterClearing;

        Person() {
            port = server.address().getPort();
        }

        @Override
        public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
            final long accepted = frame.get(TickField.STATES_ACCEPTED);
            if (!killed && meter.walk.timeS() > 0.5) {
                killed = true;
                server.close();
            } else if (killed && acceptedAtReturn < 0 && scenario.mode() == Mode.FAULT) {
                server = server(port);
                acceptedAtReturn = accepted;
            } else if (acceptedAtReturn >= 0 && !cleared && accepted > acceptedAtReturn + 100) {
                statesBeforeClearing = accepted - acceptedAtReturn;
                modeBeforeClearing = scenario.mode();
                cleared = true;
                scenario.press(Key.CLEAR_FAULT);
            } else if (cleared && modeAfterClearing == null && scenario.phase() == Scenario.Phase.REST) {
                modeAfterClearing = scenario.mode();
                scenario.press(Key.QUIT);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Test
    void waitsForAPersonWhenTheSimulatorIsBack() {
        final RunPlan plan = new RunPlan(Double.POSITIVE_INFINITY, 0.2, 0, 0, Gait.TROT, true);
        try (Person person = new Person();
                UdpRobotPort port = UdpRobotPort.open(person.server.address())) {
            final RunResult result =
                    new RealTimeRun(plan, WideLimits.config(), port, "test", null, false, null).run(person);
            assertTrue(person.statesBeforeClearing > 100);
            assertEquals(Mode.FAULT, person.modeBeforeClearing);
            assertEquals(Mode.PASSIVE, person.modeAfterClearing);
            assertEquals(Fault.STATE_STALE, result.meter().fault());
            assertFalse(result.succeeded());
        }
    }
}
