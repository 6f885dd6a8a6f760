package gaitd.robot.world;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.robot.IcePatches;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.robot.SimulatedKind;
import gaitd.sim.robot.Sling;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.vary.Drawn;
import gaitd.sim.vary.Variation;
import gaitd.sim.vary.Varied;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The simulated world of a robot.
 *
 * @param terrain the ground
 * @param seed decides sensor noise and the directions of pushes
 * @param push the pushes, or null for none
 * @param engine the physics engine
 * @param faults faults of the robot, those of the case included
 * @param fieldCase what is different about the robot; its ground, where it has one, is the terrain
 * @param hung whether the robot hangs by its trunk, feet clear of the ground
 */
public record World(
        Terrain terrain, long seed, Push push, Engine engine, FaultPlan faults, FieldCase fieldCase, boolean hung) {
    private static final double S_PER_US = 1e-6;
    private static final double S_PER_MS = 1e-3;
    private static final long FAULTS = 4;
    private static final long ICE = 5;

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
     * @param push the pushes, or null for none
     */
    public World(final Terrain terrain, final long seed, final Push push) {
        this(terrain, seed, push, Engine.EMBEDDED);
    }

    /**
     * A world of a robot that works.
     *
     * @param terrain the ground
     * @param seed decides sensor noise and the directions of pushes
     * @param push the pushes, or null for none
     * @param engine the physics engine
     */
    public World(final Terrain terrain, final long seed, final Push push, final Engine engine) {
        this(terrain, seed, push, engine, FaultPlan.NONE);
    }

    /**
     * A world of a robot as it was made.
     *
     * @param terrain the ground
     * @param seed decides sensor noise and the directions of pushes
     * @param push the pushes, or null for none
     * @param engine the physics engine
     * @param faults faults of the robot
     */
    public World(final Terrain terrain, final long seed, final Push push, final Engine engine, final FaultPlan faults) {
        this(terrain, seed, push, engine, faults, FieldCase.NOMINAL);
    }

    /**
     * A world of a robot on its legs.
     *
     * @param terrain the ground
     * @param seed decides sensor noise and the directions of pushes
     * @param push the pushes, or null for none
     * @param engine the physics engine
     * @param faults faults of the robot, those of the case included
     * @param fieldCase what is different about the robot
     */
    public World(
            final Terrain terrain,
            final long seed,
            final Push push,
            final Engine engine,
            final FaultPlan faults,
            final FieldCase fieldCase) {
        this(terrain, seed, push, engine, faults, fieldCase, false);
    }

    /**
     * Differences of this world's robot from the nominal one.
     *
     * @param config ranges
     * @return drawn from the seed
     */
    public Variation variation(final Config config) {
        final Variation drawn = new Variation();
        drawn.draw(config, seed);
        fieldCase.apply(drawn);
        return drawn;
    }

    /**
     * The same by name, for reports.
     *
     * @param config ranges
     * @return values, in the order of the settings
     */
    public Map<String, Double> variationByName(final Config config) {
        final Map<String, Double> values = new LinkedHashMap<>();
        for (final Drawn drawn : variation(config).list()) {
            values.put(drawn.name(), drawn.value());
        }
        return values;
    }

    private RobotModel model(final Config config) {
        final RobotModel model = RobotModel.a1();
        Varied.model(variation(config), fieldCase.model(), model);
        return model;
    }

    /**
     * Mass of this world's robot with its load.
     *
     * @param config ranges
     * @return kg
     */
    public double massKg(final Config config) {
        return model(config).totalMassKg();
    }

    /**
     * A robot lying, or hanging, at the origin of this world.
     *
     * @param config step, command timeout and ranges of wear
     * @return the robot
     */
    public SimulatedA1 robot(final Config config) {
        SimulatedKind.check(config);
        final Variation drawn = variation(config);
        final SimulatedA1 robot = new SimulatedA1(
                engine.open(model(config), terrain, config.get(Setting.SIM_STEP_US) * S_PER_US),
                SensorNoise.typical(),
                seed,
                config.get(Setting.SIM_COMMAND_TIMEOUT_MS) * S_PER_MS);
        Varied.wear(drawn, robot.timeStepS(), robot.wear());
        final PushSchedule drawnPushes = new PushSchedule(0, 1, seed);
        if (push != null) {
            robot.pushes(new PushSchedule(push.speedMS(), push.everyS(), seed));
        } else if (Varied.pushes(drawn, seed, drawnPushes)) {
            robot.pushes(drawnPushes);
        }
        final IcePatches ice = new IcePatches();
        if (Varied.ice(drawn, model(config), RandomStream.seed(seed, ICE), ice)) {
            robot.ice(ice);
        }
        if (!faults.faults().isEmpty()) {
            robot.faults(new FaultInjector(faults, RandomStream.seed(seed, FAULTS)));
        }
        final double groundM = terrain.heightM(0, 0);
        robot.sling(new Sling(model(config), groundM));
        if (hung) {
            robot.lying(groundM + Sling.CLEAR_M);
            robot.sling().hang();
        } else {
            robot.lying(groundM);
        }
        return robot;
    }
}
