package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.util.Locale;

/**
 * A joint led by hand to its stops: this joint moves and no other as much, first to the side that was asked for, as far as its stops are, and
 * its speed agrees with its angle and its torque with the damping that is asked for. A zero that is off by a turn of the rotor puts the stops 0.69 rad beside where they belong.
 */
final class LedStep implements HourStep {
    /** Least movement that counts, rad. */
    static final double LEAST_RAD = 0.25;
    /** From where on a movement has a direction, rad. */
    static final double DIRECTION_RAD = 0.12;
    /** How far a stop may be beside where the vendor has it, rad; less than half a turn of the rotor, 0.345. */
    static final double STOP_OFF_RAD = 0.2;
    /** Greatest movement of another joint, as a share of this one's. */
    static final double OTHERS_MOST = 0.7;
    /** How far the integral of the speed may be beside the angle, as a share of the greatest angle from the start. */
    static final double SPEED_OFF = 0.35;
    /** Least and greatest torque as a share of the damping asked for. */
    static final double TORQUE_LEAST = 0.5;

    static final double TORQUE_MOST = 1.5;

    private final int joint;
    private final double[] start = new double[A1.JOINTS];
    private final double[] least = new double[A1.JOINTS];
    private final double[] most = new double[A1.JOINTS];
    private int askedSign;
    private int firstSign;
    private double integral;
    private double worstIntegral;
    private double furthestRad;
    private double torqueAlong;
    private double dampingSquared;
    private long lastNs;
    private boolean begun;

    LedStep(final int joint) {
        this.joint = joint;
    }

    @Override
    public HourPart part() {
        return HourPart.JOINTS;
    }

    @Override
    public String name() {
        return A1.jointName(joint) + " led by hand";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        begun = false;
        askedSign = JointMove.firstSign(joint, robot.sensed().q[joint]);
        firstSign = 0;
        integral = 0;
        worstIntegral = 0;
        furthestRad = 0;
        torqueAlong = 0;
        dampingSquared = 0;
        robot.ask(person, request(), this::follow);
        return judge();
    }

    private String request() {
        final String leg = JointMove.leg(joint / A1.JOINTS_PER_LEG);
        return switch (joint % A1.JOINTS_PER_LEG) {
            case A1.HIP ->
                "Swing the " + leg + " leg outward until it stops, then inward until it stops. Let go and press Enter.";
            case A1.THIGH ->
                "Swing the " + leg
                        + " leg forward and up until its thigh stops, then back down. Let go and press Enter.";
            default ->
                askedSign < 0
                        ? "Fold the " + leg
                                + " knee until it stops, then stretch it until it stops. Let go and press Enter."
                        : "Stretch the " + leg
                                + " knee until it stops, then fold it until it stops. Let go and press Enter.";
        };
    }

    private void follow(final Sensed sensed) {
        if (!begun) {
            begun = true;
            lastNs = sensed.receivedAtNs;
            System.arraycopy(sensed.q, 0, start, 0, A1.JOINTS);
            System.arraycopy(sensed.q, 0, least, 0, A1.JOINTS);
            System.arraycopy(sensed.q, 0, most, 0, A1.JOINTS);
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            least[j] = Math.min(least[j], sensed.q[j]);
            most[j] = Math.max(most[j], sensed.q[j]);
        }
        integral += 1e-9 * (sensed.receivedAtNs - lastNs) * sensed.dq[joint];
        lastNs = sensed.receivedAtNs;
        final double moved = sensed.q[joint] - start[joint];
        worstIntegral = Math.max(worstIntegral, Math.abs(integral - moved));
        furthestRad = Math.max(furthestRad, Math.abs(moved));
        final double damping = -HungRobot.LIMP_KD * sensed.dq[joint];
        torqueAlong += damping * sensed.tauEst[joint];
        dampingSquared += damping * damping;
        if (firstSign == 0 && Math.abs(moved) > DIRECTION_RAD) {
            firstSign = moved > 0 ? 1 : -1;
        }
    }

    private double movedRad(final int other) {
        return most[other] - least[other];
    }

    private Found judge() {
        int furthest = 0;
        double others = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            furthest = movedRad(j) > movedRad(furthest) ? j : furthest;
            others = j == joint ? others : Math.max(others, movedRad(j));
        }
        if (!begun || movedRad(furthest) < LEAST_RAD) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "no joint moved by %.2f rad: expected %s to; move it further",
                    LEAST_RAD,
                    A1.jointName(joint)));
        }
        final String measured =
                String.format(Locale.ROOT, "%s from %.3f to %.3f rad", A1.jointName(joint), least[joint], most[joint]);
        if (furthest != joint || others > OTHERS_MOST * movedRad(joint)) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "%s, %s by %.3f: expected the first to move most by far; move it alone, or motors are in another order",
                    measured,
                    A1.jointName(furthest == joint ? otherThat(others) : furthest),
                    furthest == joint ? others : movedRad(furthest)));
        }
        if (firstSign != askedSign) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "%s, it did %s first: expected %s; move it so first, or the joint's sign is wrong",
                    measured,
                    firstSign == 0 ? "nothing" : JointMove.words(joint, firstSign),
                    JointMove.words(joint, askedSign)));
        }
        if (worstIntegral > SPEED_OFF * furthestRad) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "%s, but its speed adds up to an angle %.3f rad beside it: expected %.3f at most; sign or scale of the speed is wrong",
                    measured,
                    worstIntegral,
                    SPEED_OFF * furthestRad));
        }
        final double torque = torqueAlong / dampingSquared;
        if (!(torque >= TORQUE_LEAST && torque <= TORQUE_MOST)) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "%s, its torque %.2f of the damping asked for: expected %.1f to %.1f; sign or scale of torque or gain is wrong",
                    measured,
                    torque,
                    TORQUE_LEAST,
                    TORQUE_MOST));
        }
        return stops(measured);
    }

    private int otherThat(final double moved) {
        int found = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            found = j != joint && movedRad(j) == moved ? j : found;
        }
        return found;
    }

    private Found stops(final String measured) {
        final boolean oneStop = joint % A1.JOINTS_PER_LEG == A1.THIGH;
        final double low = least[joint] - A1.positionMinRad(joint);
        final double high = most[joint] - A1.positionMaxRad(joint);
        final double zero = oneStop ? low : (low + high) / 2;
        if (Math.abs(low) > STOP_OFF_RAD || (!oneStop && Math.abs(high) > STOP_OFF_RAD)) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "%s: expected stops at %.3f%s, within %.2f; lead it to %s, or the joint's zero is lost (a turn of its rotor is 0.69 rad)",
                    measured,
                    A1.positionMinRad(joint),
                    oneStop ? "" : String.format(Locale.ROOT, " and %.3f", A1.positionMaxRad(joint)),
                    STOP_OFF_RAD,
                    oneStop ? "its stop" : "both stops"));
        }
        return Found.right(String.format(
                Locale.ROOT, "%s, zero off by %+.3f rad by its stop%s", measured, zero, oneStop ? "" : "s"));
    }
}
