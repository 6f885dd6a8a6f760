package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.mode.Mode;
import gaitd.sim.terrain.Terrain;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A robot that was kicked over lies damped; when a person clears the fault it gets up and walks on. */
class FallenRobotTest {
    private static final double CLEAR_S = 2.5;

    private static boolean walksAgain(final double pushMS, final long seed) {
        final RunPlan plan = new RunPlan(1000, 0.3, 0, 0, Gait.TROT, true);
        final World world = new World(Terrain.FLAT, seed, new World.Push(pushMS, 12));
        final LockstepRun run = new LockstepRun(plan, Config.defaults(), world);
        final double tickS = Config.defaults().periodNs() * 1e-9;
        final double[] downS = {0};
        final double[] walkedS = {0};
        final double[] totalS = {0};
        run.run((frame, scenario, meter) -> {
            totalS[0] += tickS;
            if (scenario.phase() == Scenario.Phase.FAULTED) {
                downS[0] += tickS;
                if (downS[0] > CLEAR_S) {
                    scenario.press(Key.CLEAR_FAULT);
                }
            } else if (scenario.phase() == Scenario.Phase.REST && downS[0] > 0) {
                scenario.press(Key.SIT_OR_STAND);
            } else if (downS[0] > 0 && scenario.mode() == Mode.WALK) {
                walkedS[0] += tickS;
            }
            if (walkedS[0] > 2 || totalS[0] > 23) {
                run.stop();
            }
        });
        return downS[0] > 0 && walkedS[0] > 2;
    }

    /** How a robot falls, on its belly or on its back, hangs on every bit; some of these land on their bellies. */
    @Tag("slow")
    @Test
    void getsUpAfterSomeFalls() {
        int again = 0;
        for (int seed = 1; seed <= 5; seed++) {
            again += walksAgain(2, seed) ? 1 : 0;
            again += walksAgain(3.5, seed) ? 1 : 0;
        }
        assertTrue(again >= 1 && again < 10, "walked again: " + again + " of 10");
    }
}
