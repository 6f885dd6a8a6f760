package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MotorGearTest {
    private final JointCommands joints = new JointCommands();
    private final MotorCommand rotor = new MotorCommand();

    /** The vendor's own example of the output side: stiffness 25 and damping 0.6 of the joint are raw 23 and 741 on the bus. */
    @Test
    void gainsAreThoseOfTheVendorsExample() {
        joints.kp[4] = 25;
        joints.kd[4] = 0.6;
        MotorGear.toRotor(joints, 4, straight(), rotor);
        assertEquals(0.01158, rotor.stiffness, 5e-6);
        assertEquals(0.7246, rotor.damping, 5e-5);
        assertEquals(23, (int) (rotor.stiffness * 2048));
        assertEquals(741, (int) (rotor.damping * 1024));
    }

    @Test
    void everyJointTurnsItsOwnWay() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final int direction : new int[] {1, -1}) {
                final RotorCalibration zeros = with(joint, direction, 0.75);
                joints.mode[joint] = MotorMode.SERVO;
                joints.q[joint] = 0.3;
                joints.dq[joint] = -2;
                joints.tau[joint] = 9.1;
                joints.kp[joint] = 40;
                joints.kd[joint] = 2;
                MotorGear.toRotor(joints, joint, zeros, rotor);
                assertEquals(0.75 + direction * 0.3 * 9.1, rotor.positionRad, 1e-12);
                assertEquals(direction * -18.2, rotor.speedRadS, 1e-12);
                assertEquals(direction * 1.0, rotor.torqueNm, 1e-12);
                assertEquals(0.3, MotorGear.jointRad(rotor.positionRad, zeros, joint), 1e-12);
                assertEquals(rotor.positionRad, MotorGear.rotorRad(0.3, zeros, joint), 1e-12);
                final JointCommands back = new JointCommands();
                MotorGear.toJoint(rotor, zeros, joint, back);
                assertEquals(MotorMode.SERVO, back.mode[joint]);
                assertEquals(0.3, back.q[joint], 1e-12);
                assertEquals(-2, back.dq[joint], 1e-12);
                assertEquals(9.1, back.tau[joint], 1e-12);
                assertEquals(40, back.kp[joint], 1e-12);
                assertEquals(2, back.kd[joint], 1e-12);
            }
        }
    }

    @Test
    void aTargetThatIsNoNumberTakesItsGainWithIt() {
        for (final double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            joints.kp[7] = 40;
            joints.kd[7] = 2;
            joints.q[7] = wrong;
            joints.dq[7] = 1;
            joints.tau[7] = wrong;
            MotorGear.toRotor(joints, 7, straight(), rotor);
            assertEquals(0, rotor.stiffness);
            assertEquals(0, rotor.positionRad);
            assertEquals(0, rotor.torqueNm);
            assertEquals(2 / 0.8281, rotor.damping, 1e-12);
            joints.q[7] = 1;
            joints.dq[7] = wrong;
            MotorGear.toRotor(joints, 7, straight(), rotor);
            assertEquals(0, rotor.damping);
            assertEquals(0, rotor.speedRadS);
            assertEquals(9.1, rotor.positionRad, 1e-12);
        }
    }

    @Test
    void dampingAsksForNothingElse() {
        rotor.torqueNm = 5;
        rotor.stiffness = 1;
        rotor.speedRadS = 3;
        rotor.positionRad = 2;
        MotorGear.damp(4, rotor);
        assertEquals(MotorMode.SERVO, rotor.mode);
        assertEquals(0, rotor.torqueNm);
        assertEquals(0, rotor.stiffness);
        assertEquals(0, rotor.speedRadS);
        assertEquals(0, rotor.positionRad);
        assertEquals(4 / 0.8281, rotor.damping, 1e-12);
    }

    @Test
    void refusesWhatIsNoCalibration() {
        final int[] ways = new int[A1.JOINTS];
        Arrays.fill(ways, 1);
        final double[] zeros = new double[A1.JOINTS];
        assertThrows(IllegalArgumentException.class, () -> new RotorCalibration(new int[11], zeros));
        assertThrows(IllegalArgumentException.class, () -> new RotorCalibration(ways, new double[13]));
        assertThrows(IllegalArgumentException.class, () -> with(3, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> with(11, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> with(0, -1, Double.NaN));
    }

    static RotorCalibration straight() {
        return with(0, 1, 0);
    }

    private static RotorCalibration with(final int joint, final int direction, final double zeroRad) {
        final int[] ways = new int[A1.JOINTS];
        Arrays.fill(ways, 1);
        ways[joint] = direction;
        final double[] zeros = new double[A1.JOINTS];
        zeros[joint] = zeroRad;
        return new RotorCalibration(ways, zeros);
    }
}
