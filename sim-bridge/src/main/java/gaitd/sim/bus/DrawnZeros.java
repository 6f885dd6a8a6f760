package gaitd.sim.bus;

import gaitd.hal.A1;
import gaitd.hal.bus.RotorCalibration;
import gaitd.policies.learn.RandomStream;

/** Which way the rotors of a simulated robot turn, and where they stand when their joints are at 0. */
public final class DrawnZeros {
    private static final long ZEROS = 0x7A65726FL;

    private DrawnZeros() {}

    /**
     * Draws them.
     *
     * @param seed decides it
     * @return directions of either sign, zeros of half a turn of the rotor either way at most
     */
    public static RotorCalibration of(final long seed) {
        final RandomStream random = new RandomStream(RandomStream.seed(seed, ZEROS));
        final int[] direction = new int[A1.JOINTS];
        final double[] zeroRad = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            direction[joint] = random.nextBoolean() ? 1 : -1;
            zeroRad[joint] = Math.PI * (2 * random.nextDouble() - 1);
        }
        return new RotorCalibration(direction, zeroRad);
    }
}
