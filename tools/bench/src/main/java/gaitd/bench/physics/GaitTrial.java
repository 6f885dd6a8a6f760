package gaitd.bench.physics;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.run.LockstepRun;
import gaitd.robot.run.RunResult;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.terrain.Terrains;

/**
 * One walk of the baseline gait: the whole stack in lock-step, with the wire's codecs.
 *
 * @param speedMS mean forward speed, m/s
 * @param tiltMaxDeg greatest tilt, degrees
 * @param powerMeanW mean joint power, W
 * @param fell whether it went down or a fault ended it
 */
public record GaitTrial(double speedMS, double tiltMaxDeg, double powerMeanW, boolean fell) {
    /** Commanded forward speed, m/s. */
    public static final double COMMAND_M_S = 0.4;

    /**
     * Walks.
     *
     * @param engine physics engine
     * @param terrain name of the ground
     * @param seed of ground, noise
     * @param seconds walking time, s
     * @return its figures
     */
    public static GaitTrial walk(final Engine engine, final String terrain, final long seed, final double seconds) {
        final RunPlan plan = new RunPlan(seconds, COMMAND_M_S, 0, 0, Gait.TROT, false);
        final World world = new World(Terrains.parse(terrain, seed), seed, null, engine);
        final RunResult result = new LockstepRun(plan, Config.defaults(), world).run(RunMonitor.NONE);
        final WalkFigures walked = result.meter().walk.figures();
        return new GaitTrial(
                walked.meanForwardMS(),
                Math.toDegrees(walked.tiltMaxRad()),
                walked.meanPowerW(),
                !result.succeeded() || walked.falls() > 0);
    }
}
