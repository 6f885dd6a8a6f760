package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import org.junit.jupiter.api.Test;

class LegDriveTest {
    private final LegDrive drive = new LegDrive(LegGeometry.A1);
    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final JointCommands commands = new JointCommands();
    private final double[] foot = {0.2, -0.15, -0.24, 0.16, 0.13, -0.26, -0.2, -0.12, -0.25, -0.17, 0.14, -0.23};
    private final double[] velocity = {0.3, -0.1, 0.2, -0.3, 0.1, 0, 0.4, 0.2, -0.3, 0.1, 0.1, 0.1};
    private final double[] force = {5, -3, 40, 0, 0, 30, -4, 6, 50, 2, 2, 20};

    @Test
    void reachesTheFootAndItsVelocityAndBalancesTheForce() {
        final double[] j = new double[9];
        final double[] reached = new double[12];
        for (int leg = 0; leg < 4; leg++) {
            assertTrue(drive.command(leg, foot, velocity, force, 60, 2, commands));
            kinematics.forward(leg, commands.q, reached, 3 * leg);
            kinematics.jacobian(leg, commands.q, j);
            for (int k = 0; k < 3; k++) {
                final int i = 3 * leg;
                assertEquals(foot[i + k], reached[i + k], 1e-9);
                final double v = j[3 * k] * commands.dq[i]
                        + j[3 * k + 1] * commands.dq[i + 1]
                        + j[3 * k + 2] * commands.dq[i + 2];
                assertEquals(velocity[i + k], v, 1e-9);
                final double balance =
                        commands.tau[i + k] + j[k] * force[i] + j[3 + k] * force[i + 1] + j[6 + k] * force[i + 2];
                assertEquals(0, balance, 1e-9);
            }
        }
    }

    @Test
    void saysWhenAFootIsOutOfReach() {
        foot[2] = -0.6;
        assertFalse(drive.command(0, foot, velocity, force, 60, 2, commands));
        assertTrue(Double.isFinite(commands.q[0] + commands.dq[1] + commands.tau[2]));
    }
}
