package gaitd.runtime.zeros;

import gaitd.hal.A1;
import java.util.Locale;

/**
 * Whether zeros can be those of the robot as it stands, asked before it moves.
 *
 * <p>A joint has to be between its stops. A leg whose three joints lie where they rested but for whole turns of their rotors was
 * without power. What this cannot see: a robot that was without power and was then moved into another pose that is possible.
 */
public final class ZeroCheck {
    /** How far beyond its stops a joint may seem to be, rad: less than a third of a turn of its rotor. */
    public static final double MARGIN_RAD = 0.15;

    /** How near to where it rested, but for whole turns, a joint counts as lying, rad. */
    public static final double REST_RAD = 0.08;

    private static final String ADVICE =
            "; lay the robot down as it is switched on and run 'gaitd motors rezero', or 'gaitd motors calibrate' after a"
                    + " motor was changed";

    private ZeroCheck() {}

    /**
     * Looks at a robot.
     *
     * @param zeros of the file
     * @param rotorRad angles of the rotors as the motors tell them, 12, rad
     * @return what is wrong, what was expected and what to do, in one line; empty when nothing is
     */
    public static String problem(final JointZeros zeros, final double[] rotorRad) {
        final double[] jointRad = zeros.jointRad(rotorRad);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final JointZero zero = zeros.joints().get(joint);
            if (!(jointRad[joint] >= zero.minRad() - MARGIN_RAD && jointRad[joint] <= zero.maxRad() + MARGIN_RAD)) {
                return String.format(
                                Locale.ROOT,
                                "by its stored zero %s is at %.2f rad: expected %.2f to %.2f, as between its stops",
                                A1.jointName(joint),
                                jointRad[joint],
                                zero.minRad() - MARGIN_RAD,
                                zero.maxRad() + MARGIN_RAD)
                        + ADVICE;
            }
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (restsByTurns(zeros, jointRad, leg)) {
                return "the motors of leg " + A1.legName(leg)
                        + " stand whole turns from where they rested: expected the same turn, so they were without power"
                        + ADVICE;
            }
        }
        return "";
    }

    private static boolean restsByTurns(final JointZeros zeros, final double[] jointRad, final int leg) {
        boolean turned = false;
        for (int i = 0; i < A1.JOINTS_PER_LEG; i++) {
            final int joint = leg * A1.JOINTS_PER_LEG + i;
            final double offRad = jointRad[joint] - zeros.joints().get(joint).restRad();
            final long turns = Math.round(offRad / JointZeros.TURN_RAD);
            if (Math.abs(offRad - turns * JointZeros.TURN_RAD) > REST_RAD) {
                return false;
            }
            turned |= turns != 0;
        }
        return turned;
    }
}
