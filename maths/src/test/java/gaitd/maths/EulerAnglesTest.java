package gaitd.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EulerAnglesTest {
    private final double[] q = new double[4];
    private final double[] rpy = new double[3];
    private final double[] r = new double[9];

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0.3, -0.2, 3.1", "-3.1, 1.5, -0.4", "1, -1.5, 0.1", "0, 0.7, 0"})
    void anglesComeBackFromTheQuaternion(final double roll, final double pitch, final double yaw) {
        EulerAngles.quaternion(new double[] {roll, pitch, yaw}, q);
        EulerAngles.of(q, rpy);
        assertArrayEquals(new double[] {roll, pitch, yaw}, rpy, 1e-12);
    }

    /** Nose down, right side down and to the left are positive. */
    @Test
    void signsAreThoseOfTheTrunksAxes() {
        EulerAngles.matrix(new double[] {0, 0.1, 0}, r);
        assertEquals(-Math.sin(0.1), r[6], 1e-15);
        EulerAngles.matrix(new double[] {0.1, 0, 0}, r);
        assertEquals(Math.sin(0.1), r[7], 1e-15);
        EulerAngles.matrix(new double[] {0, 0, 0.1}, r);
        assertEquals(Math.sin(0.1), r[3], 1e-15);
    }

    @Test
    void matrixAndQuaternionAreOneRotation() {
        final double[] angles = {0.4, -0.6, 2};
        EulerAngles.matrix(angles, r);
        EulerAngles.quaternion(angles, q);
        assertEquals(1 - 2 * (q[2] * q[2] + q[3] * q[3]), r[0], 1e-15);
        assertEquals(2 * (q[1] * q[2] - q[0] * q[3]), r[1], 1e-15);
        assertEquals(2 * (q[2] * q[3] - q[0] * q[1]), r[5], 1e-15);
        assertEquals(1 - 2 * (q[1] * q[1] + q[2] * q[2]), r[8], 1e-15);
    }

    @Test
    void pitchOfAQuaternionThatIsTooLongIsAQuarterTurn() {
        EulerAngles.of(new double[] {0.75, 0, 0.75, 0}, rpy);
        assertEquals(Math.PI / 2, rpy[1]);
    }

    @ParameterizedTest
    @CsvSource({"3.2, -3.083185307179586", "-3.2, 3.083185307179586", "1, 1", "12.566370614359172, 0"})
    void anglesAreBroughtWithinHalfATurn(final double angle, final double wrapped) {
        assertEquals(wrapped, EulerAngles.wrapped(angle), 1e-12);
    }
}
