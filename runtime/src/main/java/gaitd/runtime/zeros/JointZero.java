package gaitd.runtime.zeros;

/**
 * How one rotor stands to its joint.
 *
 * @param direction +1 where rotor and joint turn the same way, else -1
 * @param zeroRad the rotor's angle when the joint is at 0, rad
 * @param minRad the joint's angle at its lower stop, rad
 * @param maxRad the joint's angle at its upper stop, rad
 * @param restRad the joint's angle while the robot lies as it does when it is switched on, rad
 */
public record JointZero(int direction, double zeroRad, double minRad, double maxRad, double restRad) {
    /** The same with other angles of the rotor at 0 and of the joint at rest. */
    JointZero at(final double newZeroRad, final double newRestRad) {
        return new JointZero(direction, newZeroRad, minRad, maxRad, newRestRad);
    }
}
