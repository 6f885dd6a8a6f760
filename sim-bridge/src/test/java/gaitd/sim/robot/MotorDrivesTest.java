package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MotorDrivesTest {
    private final MotorDrives drives = new MotorDrives(new Wear());
    private final JointCommands commands = new JointCommands();
    private final double[] q = new double[A1.JOINTS];
    private final double[] dq = new double[A1.JOINTS];

    private double total(final int j) {
        return drives.torqueNm[j] - drives.dampingNmSRad[j] * dq[j];
    }

    private void servo(final double target, final double speed, final double tau, final double kp, final double kd) {
        Arrays.fill(commands.mode, MotorMode.SERVO);
        Arrays.fill(commands.q, target);
        Arrays.fill(commands.dq, speed);
        Arrays.fill(commands.tau, tau);
        Arrays.fill(commands.kp, kp);
        Arrays.fill(commands.kd, kd);
        drives.command(commands);
    }

    @Test
    void closesTheServoLawAndLeavesDampingToTheEngine() {
        servo(0.5, 0.25, 1.5, 20, 2);
        q[4] = 0.3;
        dq[4] = -1;
        drives.update(q, dq, 1, true);
        assertEquals(1.5 + 20 * 0.2 + 2 * 0.25, drives.torqueNm[4], 1e-12);
        assertEquals(2, drives.dampingNmSRad[4]);
        assertEquals(1.5 + 20 * 0.2 + 2 * 1.25, total(4), 1e-12);
        assertEquals(MotorMode.SERVO, drives.mode[4]);
    }

    @Test
    void usesGainsAsQuantisedOnTheWire() {
        servo(1, 0, 0.001, 20.04, 0.8);
        final ByteBuffer bytes = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        LowCmdCodec.encode(commands, bytes);
        final JointCommands decoded = new JointCommands();
        assertEquals(DecodeResult.OK, LowCmdCodec.decode(bytes, LowCmdCodec.SIZE, decoded));
        drives.command(decoded);
        drives.update(q, dq, 1, true);
        assertEquals(20.03125, drives.torqueNm[0], 1e-12);
        assertEquals(0.75, drives.dampingNmSRad[0]);
    }

    @Test
    void clipsATorqueThatIsTooGreatByItselfAndTakesAwayTheDamping() {
        servo(1, 0, 0, 1000, 5);
        q[1] = 3;
        drives.update(q, dq, 1, true);
        assertEquals(A1.TORQUE_MAX_NM, drives.torqueNm[0], 1e-9);
        assertEquals(-A1.TORQUE_MAX_NM, drives.torqueNm[1], 1e-9);
        assertEquals(0, drives.dampingNmSRad[0]);
        assertTrue(drives.torqueNm[0] <= A1.TORQUE_MAX_NM);
    }

    @Test
    void reducesDampingThatAloneExceedsTheLimit() {
        servo(0, 0, 1, 0, 20);
        dq[2] = 10;
        dq[3] = -10;
        drives.update(q, dq, 1, true);
        assertEquals(-A1.TORQUE_MAX_NM, total(2), 1e-9);
        assertEquals(A1.TORQUE_MAX_NM, total(3), 1e-9);
        assertEquals(1, drives.torqueNm[2]);
        assertTrue(drives.dampingNmSRad[2] > 0 && drives.dampingNmSRad[2] < 20);
        assertTrue(Math.abs(total(2)) <= A1.TORQUE_MAX_NM, "beyond the limit by rounding");
    }

    @Test
    void dampsInModeZeroWhateverTheTargets() {
        servo(1, 1, 5, 100, 1);
        commands.mode[7] = MotorMode.DAMPING;
        drives.command(commands);
        drives.update(q, dq, 1, true);
        assertEquals(0, drives.torqueNm[7]);
        assertEquals(20, drives.dampingNmSRad[7]);
        assertEquals(MotorMode.DAMPING, drives.mode[7]);
        assertEquals(MotorMode.SERVO, drives.mode[6]);
    }

    @Test
    void dampsAJointAskedForSomethingThatIsNotFinite() {
        servo(1, 0, 0, 10, 1);
        commands.q[0] = Double.NaN;
        commands.dq[1] = Double.POSITIVE_INFINITY;
        commands.tau[2] = Double.NaN;
        commands.kp[3] = Double.NEGATIVE_INFINITY;
        commands.kd[4] = Double.NaN;
        drives.command(commands);
        drives.update(q, dq, 1, true);
        for (int j = 0; j < 5; j++) {
            assertEquals(0, drives.torqueNm[j], "joint " + j);
            assertEquals(20, drives.dampingNmSRad[j], "joint " + j);
        }
        assertEquals(10, drives.torqueNm[5], 1e-12);
    }

    @Test
    void takesNegativeGainsForZero() {
        servo(1, 1, 2, -10, -3);
        drives.update(q, dq, 1, true);
        assertEquals(2, drives.torqueNm[0]);
        assertEquals(0, drives.dampingNmSRad[0]);
    }
}
