package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.mode.Mode;
import gaitd.sim.Engine;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.terrain.Terrain;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A robot that went down lies damped until a person clears the fault; then it gets up, unless it leans too far. */
class FallenRobotTest {
    private static final double CLEAR_S = 2.5;
    private static final double RISES_UP_TO_RAD = Math.toRadians(30);

    /** What became of a robot that a person clears and has stand up, again and again. */
    private static final class Seen {
        boolean down;
        boolean leaned;
        boolean roseLeaning;
        double walkedS;
    }

    private static Seen clearedAndRaised(final World world) {
        final LockstepRun run =
                new LockstepRun(new RunPlan(1000, 0.3, 0, 0, Gait.TROT, true), Config.defaults(), world);
        final double tickS = Config.defaults().periodNs() * 1e-9;
        final double[] downS = {0};
        final double[] totalS = {0};
        final Seen seen = new Seen();
        run.run((frame, scenario, meter) -> {
            totalS[0] += tickS;
            final double tilt = frame.real(TickField.TILT, 0);
            if (scenario.phase() == Scenario.Phase.FAULTED) {
                seen.down = true;
                downS[0] += tickS;
                if (downS[0] > CLEAR_S) {
                    seen.leaned |= tilt > RISES_UP_TO_RAD;
                    scenario.press(Key.CLEAR_FAULT);
                }
            } else if (scenario.phase() == Scenario.Phase.REST && seen.down) {
                scenario.press(Key.SIT_OR_STAND);
            } else if (seen.down && scenario.mode() == Mode.WALK) {
                seen.walkedS += tickS;
            } else if (seen.down && scenario.mode() == Mode.STAND) {
                seen.roseLeaning |= tilt > RISES_UP_TO_RAD;
            }
            if (seen.walkedS > 2 || totalS[0] > 23) {
                run.stop();
            }
        });
        return seen;
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRobotThatSankToItsBellyGetsUpAndWalksOn(final long seed) {
        final World world =
                new World(Terrain.FLAT, seed, null, Engine.EMBEDDED, FaultPlan.of(List.of("state.stuck@5..6")));
        final Seen seen = clearedAndRaised(world);
        assertTrue(seen.down, "it was never damped");
        assertFalse(seen.leaned);
        assertTrue(seen.walkedS > 2, "walked for " + seen.walkedS + " s");
    }

    /** How a robot falls, on its belly, a side or its back, hangs on every bit; those that were kicked over here mostly lie on their backs. */
    @Tag("slow")
    @Test
    void aRobotThatLiesOnASideOrItsBackDoesNotRise() {
        int leaned = 0;
        for (int seed = 1; seed <= 5; seed++) {
            final Seen seen = clearedAndRaised(new World(Terrain.FLAT, seed, new World.Push(3.5, 12)));
            assertTrue(seen.down, "seed " + seed + " was not kicked over");
            assertFalse(seen.roseLeaning, "seed " + seed);
            assertTrue(seen.walkedS > 2 || seen.leaned, "seed " + seed + " neither leans nor walks");
            leaned += seen.leaned ? 1 : 0;
        }
        assertTrue(leaned > 0, "all lie level");
    }
}
