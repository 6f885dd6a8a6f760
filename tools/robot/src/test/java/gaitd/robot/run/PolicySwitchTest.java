package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Trust;
import gaitd.policies.cpg.Gait;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import gaitd.sim.terrain.Terrain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys change policies while a simulated robot walks. */
class PolicySwitchTest {
    private static final double WALK_S = 10;
    private static final int EVERY_TICKS = 400;

    private final Config config = Config.defaults();

    private PolicyFit fit(final long seed) {
        final Bundle bundle = Bundle.open(
                UntrainedPolicy.bundle(8, seed, config), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
        return PolicyFit.of(bundle, config);
    }

    /** The largest change of a joint's target from tick to tick in a walk of some seconds. */
    private double largestStep(final List<PolicyFit> policies, final List<Long> chosen) {
        final double[] last = new double[A1.JOINTS];
        final double[] most = {0};
        final long[] ticks = {0};
        final RunPlan plan = new RunPlan(WALK_S, 0.3, 0, 0, Gait.TROT, false, policies);
        final RunResult result = new LockstepRun(plan, config, new World(Terrain.FLAT, 1, null))
                .run((frame, scenario, meter) -> {
                    if (scenario.phase() != Scenario.Phase.WALK) {
                        return;
                    }
                    for (int joint = 0; joint < A1.JOINTS; joint++) {
                        final double q = frame.real(TickField.Q_COMMAND, joint);
                        most[0] = ticks[0] < 2 ? 0 : Math.max(most[0], Math.abs(q - last[joint]));
                        last[joint] = q;
                    }
                    if (++ticks[0] % EVERY_TICKS == 0) {
                        chosen.add(frame.get(TickField.POLICY));
                        scenario.press(Key.NEXT_POLICY);
                    }
                });
        assertTrue(result.succeeded());
        return most[0];
    }

    /** Bound: a quarter more than the walk's own largest step. */
    @Test
    void everyKeyTakesTheNextAndNoTargetJumps() {
        final double bare = largestStep(List.of(), new ArrayList<>());
        final List<Long> chosen = new ArrayList<>();
        final double changing = largestStep(List.of(fit(1), fit(2)), chosen);
        assertEquals(List.of(1L, 2L, -1L, 1L), chosen.subList(0, 4));
        assertTrue(changing < 1.25 * bare, changing + " rad against " + bare);
    }
}
