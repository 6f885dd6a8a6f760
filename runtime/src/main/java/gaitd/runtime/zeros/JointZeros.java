package gaitd.runtime.zeros;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.RotorCalibration;
import java.util.List;

/**
 * The zeros of a robot.
 *
 * @param made when, as text for people
 * @param method how
 * @param ports the serial port of each leg's bus, FR FL RR RL
 * @param joints one a joint, 12
 */
public record JointZeros(String made, ZeroMethod method, List<String> ports, List<JointZero> joints) {
    /** A turn of a rotor, as its joint turns, rad. */
    public static final double TURN_RAD = 2 * Math.PI / MotorGear.RATIO;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when there are not four ports and twelve joints
     */
    public JointZeros {
        if (ports.size() != A1.LEGS || joints.size() != A1.JOINTS) {
            throw new IllegalArgumentException(
                    "zeros of " + ports.size() + " ports and " + joints.size() + " joints; expected 4 and 12");
        }
        ports = List.copyOf(ports);
        joints = List.copyOf(joints);
    }

    /**
     * For the conversion between rotors and joints.
     *
     * @return directions and zeros
     */
    public RotorCalibration calibration() {
        return new RotorCalibration(
                joints.stream().mapToInt(JointZero::direction).toArray(),
                joints.stream().mapToDouble(JointZero::zeroRad).toArray());
    }

    /**
     * Angles of joints.
     *
     * @param rotorRad angles of the rotors, 12, rad
     * @return angles of the joints, 12, rad
     */
    public double[] jointRad(final double[] rotorRad) {
        final RotorCalibration calibration = calibration();
        final double[] angles = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            angles[joint] = MotorGear.jointRad(rotorRad[joint], calibration, joint);
        }
        return angles;
    }
}
