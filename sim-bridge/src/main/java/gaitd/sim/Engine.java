package gaitd.sim;

import gaitd.runtime.config.Refusal;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.mujoco.MujocoChain;
import gaitd.sim.mujoco.MujocoLibrary;
import gaitd.sim.mujoco.MujocoSettings;
import gaitd.sim.mujoco.MujocoSimulator;
import gaitd.sim.planar.PlanarDynamics;
import gaitd.sim.planar.PlanarModel;
import gaitd.sim.planar.PlanarPhysics;
import gaitd.sim.terrain.Terrain;
import java.io.IOException;
import java.util.Locale;

/** The physics engines there are. */
public enum Engine {
    /** Our own, for speed. */
    EMBEDDED,
    /** MuJoCo, as an independent reference. */
    MUJOCO;

    private static MujocoLibrary library;

    /**
     * Its name for flags and reports.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A robot in this engine.
     *
     * @param model the robot
     * @param terrain the ground
     * @param timeStepS length of a physics step, s
     * @return the engine, owned by the caller
     * @throws Refusal when the engine's library is not there or not one that is known
     */
    public Simulator open(final RobotModel model, final Terrain terrain, final double timeStepS) {
        return switch (this) {
            case EMBEDDED -> new EmbeddedSimulator(model, terrain, timeStepS);
            case MUJOCO -> mujoco(model, terrain, timeStepS, MujocoSettings.ACCURATE);
        };
    }

    /**
     * A chain in a plane in this engine.
     *
     * @param model the chain
     * @param stepS length of a physics step, s
     * @return the engine, owned by the caller
     * @throws Refusal when the engine's library is not there or not one that is known
     */
    public PlanarPhysics chain(final PlanarModel model, final double stepS) {
        if (this == EMBEDDED) {
            return new PlanarDynamics(model, stepS);
        }
        try {
            return new MujocoChain(library(), model, stepS);
        } catch (final IOException e) {
            throw noMujoco(e);
        }
    }

    /**
     * A robot in MuJoCo with chosen settings.
     *
     * @param model the robot
     * @param terrain the ground
     * @param timeStepS length of a physics step, s
     * @param settings of its solver
     * @return the engine, owned by the caller
     * @throws Refusal when the library is not there or not one that is known
     */
    public static Simulator mujoco(
            final RobotModel model, final Terrain terrain, final double timeStepS, final MujocoSettings settings) {
        try {
            return new MujocoSimulator(library(), model, terrain, timeStepS, settings);
        } catch (final IOException e) {
            throw noMujoco(e);
        }
    }

    private static Refusal noMujoco(final IOException e) {
        return new Refusal("--engine mujoco: " + e.getMessage(), e);
    }

    /**
     * MuJoCo's library, looked for once.
     *
     * @return the library
     * @throws IOException when it is not there or not one that is known, in one line
     */
    public static synchronized MujocoLibrary library() throws IOException {
        if (library == null) {
            library = MujocoLibrary.find();
        }
        return library;
    }
}
