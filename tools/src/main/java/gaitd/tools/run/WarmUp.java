package gaitd.tools.run;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.sim.terrain.Terrain;

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
     * Runs for about half a second on a laptop.
     *
     * @param config all settings
     */
    public static void run(final Config config) {
        new LockstepRun(new RunPlan(WALK_S, VX_M_S, 0, 0, Gait.TROT, false), config, new World(Terrain.FLAT, 0, null))
                .run(RunMonitor.NONE);
    }
}
