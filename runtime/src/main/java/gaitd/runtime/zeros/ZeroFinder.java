package gaitd.runtime.zeros;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorGear;
import gaitd.runtime.config.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds zeros from angles of rotors.
 *
 * <p>A joint's stops are taken to be at its limits in {@link A1}, which are the vendor's; what a real joint's range differs by is spread
 * over both ends, and refused beyond {@link #RANGE_TOLERANCE_RAD}. The direction of a rotor is not assumed: it is the one in which the
 * rotor turned on the way from the lower stop to the upper one.
 */
public final class ZeroFinder {
    /** By how much the way between a joint's stops may differ from the one between its limits, rad. */
    public static final double RANGE_TOLERANCE_RAD = 0.2;

    /** How far a joint may be from where it lay before, rad: well below half a turn of its rotor, 0.345. */
    public static final double REST_TOLERANCE_RAD = 0.25;

    private ZeroFinder() {}

    /**
     * A joint's zero from its stops. It rests at its upper stop until {@link #rested} tells where it does.
     *
     * @param joint joint index
     * @param lowerRad the rotor's angle when the joint is at its lower stop, rad
     * @param upperRad the same at the upper stop, without a loss of power between, rad
     * @return the zero
     * @throws Refusal when the joint has not moved as far as it can
     */
    public static JointZero ofStops(final int joint, final double lowerRad, final double upperRad) {
        final double expectedRad = A1.positionMaxRad(joint) - A1.positionMinRad(joint);
        final double movedRad = Math.abs(upperRad - lowerRad) / MotorGear.RATIO;
        if (!(Math.abs(movedRad - expectedRad) <= RANGE_TOLERANCE_RAD)) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "%s moved by %.2f rad between its stops: expected %.2f rad, %.1f more or less; move it from one stop to"
                            + " the other without switching off between",
                    A1.jointName(joint),
                    movedRad,
                    expectedRad,
                    RANGE_TOLERANCE_RAD));
        }
        final int direction = upperRad > lowerRad ? 1 : -1;
        final double middleRad = (A1.positionMinRad(joint) + A1.positionMaxRad(joint)) / 2;
        final double zeroRad = (lowerRad + upperRad) / 2 - direction * MotorGear.RATIO * middleRad;
        return new JointZero(
                direction, zeroRad, middleRad - movedRad / 2, middleRad + movedRad / 2, middleRad + movedRad / 2);
    }

    /**
     * Zeros with the angles at which a robot lies.
     *
     * @param found the zeros, whose motors have not lost power since
     * @param rotorRad angles of the rotors while the robot lies as it will when it is switched on, 12, rad
     * @return the same zeros with these angles of rest
     */
    public static JointZeros rested(final JointZeros found, final double[] rotorRad) {
        final double[] restRad = found.jointRad(rotorRad);
        final List<JointZero> joints = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final JointZero zero = found.joints().get(joint);
            joints.add(zero.at(zero.zeroRad(), restRad[joint]));
        }
        return new JointZeros(found.made(), found.method(), found.ports(), joints);
    }

    /**
     * Zeros after motors were without power: the same within a turn, with the whole turns by which the robot lies as it did.
     *
     * @param before zeros of before
     * @param rotorRad angles of the rotors while the robot lies, 12, rad
     * @param made when, as text for people
     * @return the new zeros
     * @throws Refusal when a joint does not lie as before, whatever the turns
     */
    public static JointZeros ofRest(final JointZeros before, final double[] rotorRad, final String made) {
        final double[] nowRad = before.jointRad(rotorRad);
        final List<JointZero> joints = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final JointZero zero = before.joints().get(joint);
            final long turns = Math.round((nowRad[joint] - zero.restRad()) / JointZeros.TURN_RAD);
            final double offRad = nowRad[joint] - turns * JointZeros.TURN_RAD - zero.restRad();
            if (!(Math.abs(offRad) <= REST_TOLERANCE_RAD)) {
                throw new Refusal(String.format(
                        Locale.ROOT,
                        "%s lies %.2f rad from where it lay: expected at most %.2f rad; lay the robot down as before, or run"
                                + " 'gaitd motors calibrate'",
                        A1.jointName(joint),
                        offRad,
                        REST_TOLERANCE_RAD));
            }
            joints.add(zero.at(zero.zeroRad() + zero.direction() * 2 * Math.PI * turns, zero.restRad()));
        }
        return new JointZeros(made, ZeroMethod.REST, before.ports(), joints);
    }
}
