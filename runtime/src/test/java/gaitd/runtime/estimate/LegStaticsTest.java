package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegStaticsTest {
    private final double[] force = new double[3];

    @Test
    void theForceBalancesTheTorques() {
        final Random random = new Random(8);
        final int from = 9;
        final int offset = 3;
        for (int n = 0; n < 100; n++) {
            final double[] jacobian = random.doubles(18, -1, 1).toArray();
            final double[] tau = random.doubles(6, -10, 10).toArray();
            LegStatics.groundForce(jacobian, from, tau, offset, force);
            for (int joint = 0; joint < 3; joint++) {
                double balance = tau[offset + joint];
                for (int axis = 0; axis < 3; axis++) {
                    balance += jacobian[from + 3 * axis + joint] * force[axis];
                }
                assertEquals(0, balance, 1e-6, "case " + n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1.01e-5,true", "-1.01e-5,true", "1e-5,true", "0.99e-5,false", "-0.99e-5,false", "0,false"})
    void nearASingularPoseThereIsNoForce(final double determinant, final boolean told) {
        force[0] = 7;
        force[1] = 7;
        force[2] = 7;
        final double[] jacobian = {1, 0, 0, 0, 1, 0, 0, 0, determinant};
        LegStatics.groundForce(jacobian, 0, new double[] {-1, -2, -3 * determinant}, 0, force);
        assertArrayEquals(told ? new double[] {1, 2, 3} : new double[3], force, 1e-9);
    }
}
