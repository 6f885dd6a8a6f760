package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.maths.EulerAngles;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quaternions against rotation matrices, which know nothing of them. */
class QuaternionsTest {
    private static final double EXACT = 1e-12;

    private final Random random = new Random(4);

    private double[] orientation() {
        final double[] q = new double[4];
        double square = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextGaussian();
            square += q[i] * q[i];
        }
        for (int i = 0; i < 4; i++) {
            q[i] /= Math.sqrt(square);
        }
        return q;
    }

    /** What a unit quaternion does to the axes: columns are q x q', by the products of i, j and k. */
    private static double[][] matrix(final double[] q) {
        final double[][] m = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            final double[] v = new double[4];
            v[axis + 1] = 1;
            final double[] turned = times(times(q, v), new double[] {q[0], -q[1], -q[2], -q[3]});
            for (int row = 0; row < 3; row++) {
                m[row][axis] = turned[row + 1];
            }
        }
        return m;
    }

    private static double[] times(final double[] a, final double[] b) {
        final int[][] part = {{0, 1, 2, 3}, {1, 0, 3, 2}, {2, 3, 0, 1}, {3, 2, 1, 0}};
        final int[][] sign = {{1, 1, 1, 1}, {1, -1, 1, -1}, {1, -1, -1, 1}, {1, 1, -1, -1}};
        final double[] product = new double[4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                product[part[i][j]] += sign[i][j] * a[i] * b[j];
            }
        }
        return product;
    }

    private static double[][] times(final double[][] a, final double[][] b) {
        final double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] about(final int axis, final double rad) {
        final double[][] m = new double[3][3];
        final int next = (axis + 1) % 3;
        final int last = (axis + 2) % 3;
        m[axis][axis] = 1;
        m[next][next] = Math.cos(rad);
        m[last][last] = Math.cos(rad);
        m[last][next] = Math.sin(rad);
        m[next][last] = -Math.sin(rad);
        return m;
    }

    private static void assertSame(final double[][] expected, final double[][] actual, final double within) {
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(expected[i], actual[i], within);
        }
    }

    @Test
    void whatLeadsFromOneOrientationToAnotherDoesSo() {
        final double[] between = new double[4];
        for (int n = 0; n < 50; n++) {
            final double[] from = orientation();
            final double[] to = orientation();
            Quaternions.between(from, to, between);
            assertSame(matrix(to), times(matrix(from), matrix(between)), EXACT);
        }
    }

    @Test
    void lengthsMultiply() {
        final double[] between = new double[4];
        Quaternions.between(new double[] {0, 0, 0, 2}, new double[] {0, 0, 3, 0}, between);
        assertArrayEquals(new double[] {0, 6, 0, 0}, between, EXACT);
    }

    @Test
    void anglesAreTakenInTheOrderYawPitchRoll() {
        final double[] q = new double[4];
        for (int n = 0; n < 50; n++) {
            final double[] rpy = {3 * random.nextGaussian(), random.nextGaussian(), 3 * random.nextGaussian()};
            EulerAngles.quaternion(rpy, q);
            assertSame(times(about(2, rpy[2]), times(about(1, rpy[1]), about(0, rpy[0]))), matrix(q), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.1, 1, 3, 3.14159})
    void anAngleIsThatOfTheShortWayWhateverAxisLengthAndSign(final double rad) {
        for (int n = 0; n < 20; n++) {
            final double[] axis = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            final double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
            final double scale = random.nextGaussian() * Math.sin(rad / 2) / length;
            final double w = Math.copySign(scale * length / Math.tan(rad / 2), random.nextGaussian());
            final double[] q = {rad == 0 ? 1 : w, scale * axis[0], scale * axis[1], scale * axis[2]};
            assertEquals(rad, Quaternions.angle(q), EXACT);
        }
    }

    @Test
    void aSmallTurnIsOneAboutTheBodysAxes() {
        for (int n = 0; n < 20; n++) {
            for (int axis = 0; axis < 3; axis++) {
                for (final double rad : new double[] {-0.01, 0.01}) {
                    final double[] q = orientation();
                    final double[][] before = matrix(q);
                    Quaternions.turn(q, axis == 0 ? rad : 0, axis == 1 ? rad : 0, axis == 2 ? rad : 0);
                    assertSame(times(before, about(axis, rad)), matrix(q), 1e-7);
                    assertEquals(1, q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3], EXACT);
                }
            }
        }
    }

    @Test
    void turnsAboutDifferentAxesAddUp() {
        final double[] q = orientation();
        final double[][] before = matrix(q);
        Quaternions.turn(q, 1e-4, -2e-4, 3e-4);
        final double[][] turned = times(about(0, 1e-4), times(about(1, -2e-4), about(2, 3e-4)));
        assertSame(times(before, turned), matrix(q), 1e-7);
    }
}
