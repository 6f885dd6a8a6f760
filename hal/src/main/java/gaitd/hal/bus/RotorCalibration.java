package gaitd.hal.bus;

import gaitd.hal.A1;

/**
 * How the twelve rotors stand to their joints: which way each turns, and its angle when its joint is at 0.
 *
 * <p>A rotor's encoder knows its angle within one turn, which is 0.69 rad of the joint: zeros hold until the motors lose their power.
 * Immutable.
 */
public final class RotorCalibration {
    private final int[] direction;
    private final double[] zeroRad;

    /**
     * A calibration.
     *
     * @param direction of each joint, +1 where rotor and joint turn the same way, else -1, 12
     * @param zeroRad of each joint, the rotor's angle when the joint is at 0, 12, rad
     * @throws IllegalArgumentException when there are not twelve, a direction is another number, or an angle is none
     */
    public RotorCalibration(final int[] direction, final double[] zeroRad) {
        if (direction.length != A1.JOINTS || zeroRad.length != A1.JOINTS) {
            throw new IllegalArgumentException("a calibration of " + direction.length + " directions and "
                    + zeroRad.length + " zeros; expected 12 of each");
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            if (Math.abs(direction[j]) != 1 || !Double.isFinite(zeroRad[j])) {
                throw new IllegalArgumentException(A1.jointName(j) + " has direction " + direction[j] + " and zero "
                        + zeroRad[j] + " rad; expected 1 or -1, and an angle");
            }
        }
        this.direction = direction.clone();
        this.zeroRad = zeroRad.clone();
    }

    /**
     * Which way a rotor turns.
     *
     * @param joint joint index
     * @return +1 as its joint, or -1 the other way
     */
    public int direction(final int joint) {
        return direction[joint];
    }

    /**
     * A rotor's angle when its joint is at 0.
     *
     * @param joint joint index
     * @return rad
     */
    public double zeroRad(final int joint) {
        return zeroRad[joint];
    }
}
