package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Accelerations of an A1 that nothing touches, as MuJoCo works them out: a second opinion on the equations of motion.
 *
 * <p>No contacts, stops or losses. Not thread-safe.
 */
public final class MujocoDynamics implements AutoCloseable {
    private static final String FREE = "<mujoco><option><flag constraint=\"disable\"/></option>";
    private static final int VELOCITIES = 18;
    private static final int POSITIONS = 19;

    private final NativeModel scene;
    private final MemorySegment qpos;
    private final MemorySegment qvel;
    private final MemorySegment applied;
    private final MemorySegment qacc;

    /**
     * A robot in free space, under gravity.
     *
     * @param library the library
     * @param model the robot; its joint losses count for nothing
     * @throws IOException when the library refuses the model, in one line
     */
    public MujocoDynamics(final MujocoLibrary library, final RobotModel model) throws IOException {
        final RobotModel lossless = model.withJointLosses(0, 0);
        scene = new NativeModel(
                library,
                Mjcf.scene(
                                lossless,
                                Terrain.FLAT,
                                MujocoSimulator.DEFAULT_TIME_STEP_S,
                                MujocoSettings.ACCURATE,
                                0,
                                false)
                        .replaceFirst("<mujoco[^>]*>", FREE));
        new RobotWriter(scene, new int[0]).write(lossless);
        scene.setConst();
        qpos = scene.array(Field.DATA_QPOS, POSITIONS);
        qvel = scene.array(Field.DATA_QVEL, VELOCITIES);
        applied = scene.array(Field.DATA_QFRC_APPLIED, VELOCITIES);
        qacc = scene.array(Field.DATA_QACC, VELOCITIES);
    }

    /**
     * Accelerations in a state.
     *
     * @param pose trunk origin in the world, 3, m; trunk orientation, w x y z, 4; joint angles, 12, rad
     * @param velocity of the trunk origin, world axes, 3, m/s; angular, trunk axes, 3, rad/s; joint speeds, 12, rad/s
     * @param force on the trunk at its origin, world axes, 3, N; moment on it, trunk axes, 3, N m; joint torques, 12, N m
     * @param out rates of change of {@code velocity}, 18
     */
    public void acceleration(final double[] pose, final double[] velocity, final double[] force, final double[] out) {
        MemorySegment.copy(pose, 0, qpos, JAVA_DOUBLE, 0, POSITIONS);
        MemorySegment.copy(velocity, 0, qvel, JAVA_DOUBLE, 0, VELOCITIES);
        MemorySegment.copy(force, 0, applied, JAVA_DOUBLE, 0, VELOCITIES);
        scene.forward();
        MemorySegment.copy(qacc, JAVA_DOUBLE, 0, out, 0, VELOCITIES);
    }

    @Override
    public void close() {
        scene.close();
    }
}
