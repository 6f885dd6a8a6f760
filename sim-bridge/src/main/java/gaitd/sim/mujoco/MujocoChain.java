package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.sim.planar.PlanarMjcf;
import gaitd.sim.planar.PlanarModel;
import gaitd.sim.planar.PlanarPhysics;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * MuJoCo with a chain in a plane in it, solved to convergence from scratch in every step, so that a step depends on its state alone.
 * Allocates no Java memory after construction; holds native memory until {@link #close}.
 */
public final class MujocoChain implements PlanarPhysics {
    /** MuJoCo's clock before each step, by which an automatic reset to 0 is detected. */
    private static final double CLOCK_S = 1;

    private final NativeModel scene;
    private final int joints;
    private final double stepS;
    private final MemorySegment q;
    private final MemorySegment v;
    private final MemorySegment applied;

    /**
     * A chain.
     *
     * @param library the library
     * @param model the chain
     * @param stepS length of a step, s
     * @throws IOException when the library refuses the model, in one line
     */
    public MujocoChain(final MujocoLibrary library, final PlanarModel model, final double stepS) throws IOException {
        this.stepS = stepS;
        joints = model.size();
        scene = new NativeModel(library, PlanarMjcf.scene(model, stepS));
        q = scene.array(Field.DATA_QPOS, joints);
        v = scene.array(Field.DATA_QVEL, joints);
        applied = scene.array(Field.DATA_QFRC_APPLIED, joints);
    }

    @Override
    public void step(final double[] state, final int at, final double[] torque) {
        MemorySegment.copy(state, at, q, JAVA_DOUBLE, 0, joints);
        MemorySegment.copy(state, at + joints, v, JAVA_DOUBLE, 0, joints);
        MemorySegment.copy(torque, 0, applied, JAVA_DOUBLE, 0, joints);
        scene.timeS(CLOCK_S);
        scene.step();
        if (scene.timeS() != CLOCK_S + stepS) {
            Arrays.fill(state, at, at + 2 * joints, Double.NaN);
            return;
        }
        MemorySegment.copy(q, JAVA_DOUBLE, 0, state, at, joints);
        MemorySegment.copy(v, JAVA_DOUBLE, 0, state, at + joints, joints);
    }

    @Override
    public void close() {
        scene.close();
    }
}
