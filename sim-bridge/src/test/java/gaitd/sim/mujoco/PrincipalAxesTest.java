package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.sim.engine.RobotModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Moments turned back by the axes are the inertia again. */
class PrincipalAxesTest {
    @Test
    void restoreTheInertiasOfTheRobot() {
        final double[] all = RobotModel.a1().inertiaKgM2;
        for (int link = 0; link < RobotModel.LINKS; link++) {
            check(all, 6 * link, 1e-16);
        }
    }

    @Test
    void restoreRandomInertias() {
        final Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            final double[] inertia = new double[6];
            for (int k = 0; k < 6; k++) {
                inertia[k] = random.nextGaussian() + (k < 3 ? 5 : 0);
            }
            check(inertia, 0, 1e-13);
        }
        check(new double[] {1, 1, 1, 0, 0, 0}, 0, 0);
        check(new double[] {1, 1, 1, 0.5, 0.5, 0.5}, 0, 1e-15);
    }

    private static void check(final double[] inertia, final int at, final double tolerance) {
        final PrincipalAxes axes = new PrincipalAxes();
        axes.of(inertia, at);
        final double[] q = axes.quaternion;
        final double w = q[0];
        final double x = q[1];
        final double y = q[2];
        final double z = q[3];
        assertEquals(1, w * w + x * x + y * y + z * z, 1e-14);
        final double[][] r = {
            {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
            {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
            {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
        };
        final int[][] index = {{0, 3, 4}, {3, 1, 5}, {4, 5, 2}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += r[i][k] * axes.moment[k] * r[j][k];
                }
                assertEquals(inertia[at + index[i][j]], sum, tolerance, i + " " + j);
            }
        }
    }
}
