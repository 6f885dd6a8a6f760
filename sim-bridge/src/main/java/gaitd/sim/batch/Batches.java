package gaitd.sim.batch;

import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Collections;
import java.util.List;

/** Factory of batches: vectorised where this JVM and machine support it, else of single engines. */
public final class Batches {
    private static final String VECTORS = "jdk.incubator.vector";

    private static final int LEAST_LANES = 4;

    private Batches() {}

    /**
     * Whether batches step several robots at once: the JVM was started with {@code --add-modules jdk.incubator.vector}, and
     * the machine has vectors of four doubles. With two, single engines are faster.
     *
     * @return false where they are single engines
     */
    public static boolean vectors() {
        return ModuleLayer.boot().findModule(VECTORS).isPresent() && Lanes.N >= LEAST_LANES;
    }

    /**
     * A batch of robots on the same ground.
     *
     * @param robots how many, 1 to {@link BatchLayout#MAX_ROBOTS}
     * @param model of all robots until {@link BatchSimulator#use}; copied
     * @param terrain the ground
     * @param timeStepS length of a step, above 0 and at most 0.01 s
     * @return a new batch, all robots at the world's origin with joint angles 0 until reset
     * @throws IllegalArgumentException when a number is out of range
     */
    public static BatchSimulator of(
            final int robots, final RobotModel model, final Terrain terrain, final double timeStepS) {
        return of(model, Collections.nCopies(new BatchLayout(robots, 1).robots(), terrain), timeStepS);
    }

    /**
     * A batch of robots, each on a ground of its own.
     *
     * @param model of all robots until {@link BatchSimulator#use}; copied
     * @param terrains ground of each robot; several robots may share one
     * @param timeStepS length of a step, above 0 and at most 0.01 s
     * @return a new batch, all robots at the world's origin with joint angles 0 until reset
     * @throws IllegalArgumentException when a number is out of range
     */
    public static BatchSimulator of(final RobotModel model, final List<Terrain> terrains, final double timeStepS) {
        final BatchLayout layout = new BatchLayout(terrains.size(), 1);
        if (!(timeStepS > 0 && timeStepS <= 0.01)) {
            throw new IllegalArgumentException("time step is " + timeStepS + " s, must be above 0 and at most 0.01");
        }
        final List<Terrain> each = List.copyOf(terrains.subList(0, layout.robots()));
        return vectors() ? new VectorSimulator(model, each, timeStepS) : new ScalarBatch(model, each, timeStepS);
    }
}
