package gaitd.robot.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.run.LockstepRun;
import gaitd.robot.run.RunResult;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.sim.terrain.Terrains;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the whole stack, over the wire's bytes, in lock-step: the figures that the README promises. */
@Tag("slow")
class WalkingTest {
    private static final double MINUTE_S = 60;

    private static RunResult walk(
            final Gait gait, final double[] command, final String terrain, final World.Push push, final long seed) {
        final RunPlan plan = new RunPlan(MINUTE_S, command[0], command[1], command[2], gait, false);
        final World world = new World(Terrains.parse(terrain, seed), seed, push);
        return new LockstepRun(plan, Config.defaults(), world).run(RunMonitor.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.3, 0.0, 0.0",
        "0.0, 0.0, 0.0",
        "0.3, 0.0, 0.0",
        "0.6, 0.0, 0.0",
        "0.0, 0.2, 0.0",
        "0.0, -0.2, 0.0",
        "0.0, 0.0, 0.6",
        "0.0, 0.0, -0.6",
        "0.3, 0.2, 0.0",
        "0.6, -0.2, 0.0",
        "0.6, 0.0, 0.6",
        "0.6, 0.2, -0.6",
        "-0.3, -0.2, 0.6",
        "-0.3, 0.2, 0.6",
        "-0.3, 0.0, -0.6"
    })
    void holdsItsCommandForAMinute(final double vx, final double vy, final double yawRate) {
        final RunResult result = walk(Gait.TROT, new double[] {vx, vy, yawRate}, "flat", null, 1);
        assertTrue(result.succeeded(), "succeeded");
        assertEquals(0, result.meter().walk.falls());
        final double errorX = result.meter().walk.figures().meanForwardMS() - vx;
        final double errorY = result.meter().walk.figures().meanLeftMS() - vy;
        assertTrue(Math.hypot(errorX, errorY) <= 0.1, "velocity error " + errorX + " " + errorY);
        assertEquals(yawRate, result.meter().walk.figures().meanYawRadS(), 0.15);
    }

    @Test
    void staysUpWhenPushedInNineOfTenSeeds() {
        assertTrue(upright("flat", new World.Push(0.5, 5), 0.4) >= 9);
    }

    @Test
    void staysUpOnRoughGroundInEightOfTenSeeds() {
        assertTrue(upright("rough:0.02", null, 0.3) >= 8);
    }

    private static int upright(final String terrain, final World.Push push, final double vx) {
        int upright = 0;
        for (int seed = 1; seed <= 10; seed++) {
            final RunResult result = walk(Gait.TROT, new double[] {vx, 0, 0}, terrain, push, seed);
            upright += result.succeeded() && result.meter().walk.falls() == 0 ? 1 : 0;
        }
        return upright;
    }

    @ParameterizedTest
    @EnumSource(Gait.class)
    void walksForwardInEveryGait(final Gait gait) {
        final RunResult result = walk(gait, new double[] {0.3, 0, 0}, "flat", null, 1);
        assertTrue(result.succeeded(), "succeeded");
        assertEquals(0, result.meter().walk.falls());
        assertEquals(0.3, result.meter().walk.figures().meanForwardMS(), 0.1);
    }

    @Test
    void aPushThatNobodyCouldStandIsSeenAsAFall() {
        final RunResult result = walk(Gait.TROT, new double[] {0.3, 0, 0}, "flat", new World.Push(4, 5), 1);
        assertTrue(!result.succeeded() && result.meter().walk.falls() > 0, "a fall must be reported as one");
    }
}
