package gaitd.sim.batch;

import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Prints which batch simulator a JVM with other options takes, and a checksum of the motion of five robots. */
final class OtherJvm {
    private static final int ROBOTS = 5;

    private OtherJvm() {}

    /** With any argument vectors are used however short they are. */
    public static void main(final String[] arguments) {
        System.out.println(report(arguments.length > 0));
    }

    static String report(final boolean anyVectors) {
        final List<Terrain> terrains = Collections.nCopies(ROBOTS, Terrain.FLAT);
        final BatchSimulator batch = anyVectors
                ? new VectorSimulator(RobotModel.a1(), terrains, 0.001)
                : Batches.of(RobotModel.a1(), terrains, 0.001);
        final Drill drill = new Drill(batch, 2, 0, 1, 2, 3, 4).place(0.3, 0.02).trot(700);
        int sum = 0;
        for (int robot = 0; robot < ROBOTS; robot++) {
            sum = 31 * sum + Arrays.hashCode(drill.saved(robot));
        }
        return batch.getClass().getSimpleName() + " " + batch.layout().lanes() + " " + Integer.toHexString(sum);
    }
}
