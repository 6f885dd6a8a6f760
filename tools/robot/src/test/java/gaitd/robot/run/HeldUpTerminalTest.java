package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.testing.WideLimits;
import gaitd.robot.world.SimulatedLink;
import gaitd.robot.world.World;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import gaitd.sim.terrain.Terrain;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal that takes no more output, as that of a connection that was dropped. */
@Tag("slow")
@Timeout(180)
class HeldUpTerminalTest {
    private volatile boolean stuck;
    private volatile boolean stood;

    @Test
    void theRobotStandsThoughItsVelocityIsHeld() {
        final RunPlan plan = new RunPlan(1, 0.2, 0, 0, Gait.TROT, false);
        try (SimulatedLink robot = new SimulatedLink(new World(Terrain.FLAT, 1, null), WideLimits.config())) {
            final RealTimeRun run = new RealTimeRun(
                    plan, WideLimits.config(), robot.link().port(), robot.link().name(), robot, false, null);
            final TickRing.Reader reader = run.frames().newReader();
            run.run(new RunMonitor() {
                @Override
                public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
                    if (scenario.phase() == Scenario.Phase.WALK && !stuck) {
                        stuck = true;
                        awaitStand(reader);
                    }
                }
            });
        }
        assertTrue(stood);
    }

    /** What a write that blocks does to the thread that reads the frames. */
    private void awaitStand(final TickRing.Reader reader) {
        boolean walked = false;
        while (!stood) {
            final TickFrame frame = reader.poll();
            if (frame == null) {
                LockSupport.parkNanos(2_000_000L);
            } else {
                walked |= frame.get(TickField.MODE) == Mode.WALK.ordinal();
                stood = walked && frame.get(TickField.MODE) == Mode.STAND.ordinal();
            }
        }
    }
}
