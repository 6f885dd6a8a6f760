package gaitd.tools.run;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;

/**
 * What the simulated robot is put into.
 *
 * @param terrain the ground
 * @param seed decides sensor noise and the directions of pushes
 * @param push how it is pushed, or null for not at all
 * @param engine what moves it
 */
public record World(Terrain terrain, long seed, Push push, Engine engine) {
    private static final double S_PER_US = 1e-6;
    private static final double S_PER_MS = 1e-3;

    /**
     * Pushes at fixed intervals.
     *
     * @param speedMS change of velocity, m/s
     * @param everyS interval, s
     */
    public record Push(double speedMS, double everyS) {}

    /**
     * A world of the usual engine.
     *
     * @param terrain the ground
     * @param seed decides sensor noise and the directions of pushes
     * @param push how it is pushed, or null for not at all
     */
    public World(final Terrain terrain, final long seed, final Push push) {
        this(terrain, seed, push, Engine.EMBEDDED);
    }

    /**
     * A robot lying at the origin of this world.
     *
     * @param config step and command timeout
     * @return the robot
     */
    public SimulatedA1 robot(final Config config) {
        final SimulatedA1 robot = new SimulatedA1(
                engine.open(RobotModel.a1(), terrain, config.get(Setting.SIM_STEP_US) * S_PER_US),
                SensorNoise.typical(),
                seed,
                config.get(Setting.SIM_COMMAND_TIMEOUT_MS) * S_PER_MS);
        if (push != null) {
            robot.pushes(new PushSchedule(push.speedMS(), push.everyS(), seed));
        }
        robot.lying(terrain.heightM(0, 0));
        return robot;
    }
}
