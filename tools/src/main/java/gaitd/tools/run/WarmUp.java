package gaitd.tools.run;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/**
 * Lets the JVM load and compile the controller before a robot depends on it: walks a simulated robot in lock-step.
 *
 * <p>A cold JVM needs tens of milliseconds for its first ticks, in which a standing robot would have fallen.
 */
public final class WarmUp {
    private static final double WALK_S = 1;
    private static final double VX_M_S = 0.3;

    private WarmUp() {}

    /**
     * Runs for about half a second on a laptop, and as long again for each policy.
     *
     * @param config all settings
     * @param policies those that will be used; walks with each in turn
     */
    public static void run(final Config config, final List<PolicyFit> policies) {
        walk(config, List.of());
        policies.forEach(policy -> walk(config, List.of(policy)));
    }

    private static void walk(final Config config, final List<PolicyFit> policies) {
        new LockstepRun(
                        new RunPlan(WALK_S, VX_M_S, 0, 0, Gait.TROT, false, policies),
                        config,
                        new World(Terrain.FLAT, 0, null))
                .run(RunMonitor.NONE);
    }
}
