package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.mode.Mode;
import gaitd.sim.terrain.Terrain;
import org.junit.jupiter.api.Test;

class LockstepWalkTest {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);

    @Test
    void walksTheCommandedWayAndSitsDown() {
        final RunPlan plan = new RunPlan(20, 0.4, 0, 0, Gait.TROT, false);
        final RunResult result = new LockstepRun(plan, Config.defaults(), WORLD).run(RunMonitor.NONE);
        assertTrue(result.succeeded());
        assertEquals(Mode.PASSIVE, result.meter().mode());
        assertTrue(result.meter().walk.distanceM() >= 7);
        assertTrue(result.meter().walk.figures().driftM() < 1);
        // One object a tick would be 16 bytes or more; the JVM's own compiler accounts a few hundred bytes in all.
        assertTrue(
                result.costs().bytesPerTick() < 1,
                () -> "heap bytes a tick: " + result.costs().bytesPerTick());
    }

    @Test
    void aRobotThatIsKickedOverHasFallenAndFaulted() {
        final RunPlan plan = new RunPlan(20, 0.4, 0, 0, Gait.TROT, false);
        final World rough = new World(Terrain.FLAT, 1, new World.Push(5, 4));
        final RunResult result = new LockstepRun(plan, Config.defaults(), rough).run(RunMonitor.NONE);
        assertFalse(result.succeeded());
        assertTrue(result.meter().walk.falls() > 0 || result.scenario().faulted());
        assertEquals(Mode.FAULT, result.meter().mode());
        assertFalse(result.meter().faultText().isEmpty());
    }

    @Test
    void stopsEarlyWithALyingRobot() {
        final RunPlan plan = new RunPlan(1000, 0.4, 0, 0, Gait.TROT, false);
        final LockstepRun run = new LockstepRun(plan, Config.defaults(), WORLD);
        final RunResult result = run.run((frame, scenario, meter) -> {
            if (meter.walk.timeS() > 2) {
                run.stop();
            }
        });
        assertTrue(result.succeeded());
        assertTrue(result.scenario().stopped());
        assertEquals(2, result.meter().walk.timeS(), 0.1);
        assertEquals(Mode.PASSIVE, result.meter().mode());
    }

    @Test
    void walksAtTheSlowestAndTheFastestRate() {
        for (final double rate : new double[] {100, 1000}) {
            final Config config =
                    new Config.Builder().set(Setting.RATE_HZ, rate, "test").conclude();
            final RunResult result =
                    new LockstepRun(new RunPlan(5, 0.2, 0, 0, Gait.TROT, false), config, WORLD).run(RunMonitor.NONE);
            assertEquals(5, result.meter().walk.timeS(), 1e-9);
            assertTrue(
                    result.succeeded(), "at " + rate + " Hz: " + result.meter().faultText());
        }
    }
}
