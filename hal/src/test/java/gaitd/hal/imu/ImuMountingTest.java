package gaitd.hal.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ImuMountingTest {
    private static final double EXACT = 1e-12;

    @Test
    void straightChangesNothing() {
        final double[] vector = new double[3];
        ImuMounting.STRAIGHT.turn(new double[] {1, 2, 3}, vector);
        assertArrayEquals(new double[] {1, 2, 3}, vector);
        final double[] orientation = new double[4];
        ImuMounting.STRAIGHT.orientation(new double[] {0.5, -0.5, 0.5, 0.5}, orientation);
        assertArrayEquals(new double[] {0.5, -0.5, 0.5, 0.5}, orientation, EXACT);
    }

    /** Its y to the rear, its x to the left: what it feels along x is the trunk's y. */
    @Test
    void axesAreThoseOfTheTrunkInOrder() {
        final double[] out = new double[3];
        ImuMounting.of("-y +x z").turn(new double[] {1, 2, 3}, out);
        assertArrayEquals(new double[] {-2, 1, 3}, out);
    }

    /** A vector of the world is the same, seen by the IMU and turned, or seen by the trunk's orientation. */
    @Test
    void allTwentyFourTurnVectorsAndOrientationsAlike() {
        final Random random = new Random(51);
        int count = 0;
        for (final String a : new String[] {"x", "y", "z", "-x", "-y", "-z"}) {
            for (final String b : new String[] {"x", "y", "z", "-x", "-y", "-z"}) {
                for (final String c : new String[] {"x", "y", "z", "-x", "-y", "-z"}) {
                    final String text = a + " " + b + " " + c;
                    final double determinant = determinant(a, b, c);
                    if (determinant != 1) {
                        assertThrows(IllegalArgumentException.class, () -> ImuMounting.of(text), text);
                        continue;
                    }
                    count++;
                    alike(ImuMounting.of(text), random, text);
                }
            }
        }
        assertEquals(24, count);
    }

    private static double determinant(final String a, final String b, final String c) {
        final double[] u = axis(a);
        final double[] v = axis(b);
        final double[] w = axis(c);
        return u[0] * (v[1] * w[2] - v[2] * w[1])
                + u[1] * (v[2] * w[0] - v[0] * w[2])
                + u[2] * (v[0] * w[1] - v[1] * w[0]);
    }

    private static double[] axis(final String name) {
        final double[] axis = new double[3];
        axis["xyz".indexOf(name.charAt(name.length() - 1))] = name.startsWith("-") ? -1 : 1;
        return axis;
    }

    private static void alike(final ImuMounting mounting, final Random random, final String text) {
        final double[] imu = new double[4];
        double square = 0;
        for (int i = 0; i < 4; i++) {
            imu[i] = random.nextGaussian();
            square += imu[i] * imu[i];
        }
        for (int i = 0; i < 4; i++) {
            imu[i] /= Math.sqrt(square);
        }
        final double[] world = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double[] byImu = new double[3];
        mounting.turn(into(imu, world), byImu);
        final double[] trunk = new double[4];
        mounting.orientation(imu, trunk);
        assertArrayEquals(into(trunk, world), byImu, EXACT, text);
    }

    /** A vector of the world in the axes of a body, by the transposed matrix of its orientation. */
    private static double[] into(final double[] q, final double[] v) {
        final double w = q[0];
        final double x = q[1];
        final double y = q[2];
        final double z = q[3];
        return new double[] {
            (1 - 2 * (y * y + z * z)) * v[0] + 2 * (x * y + w * z) * v[1] + 2 * (x * z - w * y) * v[2],
            2 * (x * y - w * z) * v[0] + (1 - 2 * (x * x + z * z)) * v[1] + 2 * (y * z + w * x) * v[2],
            2 * (x * z + w * y) * v[0] + 2 * (y * z - w * x) * v[1] + (1 - 2 * (x * x + y * y)) * v[2]
        };
    }

    @Test
    void whatIsNoMountingIsRefused() {
        for (final String text : new String[] {"", "x", "x y", "x y z x", "x y q", "--x y z", "forward left up"}) {
            assertThrows(IllegalArgumentException.class, () -> ImuMounting.of(text), text);
        }
    }
}
