package gaitd.runtime.zeros;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorGear;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Zeros of a made-up robot. */
final class SomeZeros {
    private SomeZeros() {}

    /** Any directions and zeros; the joints rest near the middle of their ranges. */
    static JointZeros of(final RandomGenerator random) {
        final List<JointZero> joints = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double min = A1.positionMinRad(joint);
            final double max = A1.positionMaxRad(joint);
            joints.add(new JointZero(
                    random.nextBoolean() ? 1 : -1,
                    random.nextDouble(-40, 40),
                    min,
                    max,
                    (min + max) / 2 + random.nextDouble(-0.1, 0.1)));
        }
        return new JointZeros("at noon", ZeroMethod.STOPS, List.of("/dev/a", "/dev/b", "/dev/c", "/dev/d"), joints);
    }

    /** Angles of the rotors of a robot whose joints are at these angles. */
    static double[] rotorRad(final JointZeros zeros, final double[] jointRad) {
        final double[] rotor = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            rotor[joint] = MotorGear.rotorRad(jointRad[joint], zeros.calibration(), joint);
        }
        return rotor;
    }

    static double[] restRad(final JointZeros zeros) {
        return zeros.joints().stream().mapToDouble(JointZero::restRad).toArray();
    }
}
