package gaitd.robot.firsthour;

import gaitd.hal.A1;
import java.util.Arrays;
import java.util.Locale;

/** A hand on the sole of a foot: this foot's counts rise and no other's. */
final class SoleStep implements HourStep {
    /** Least rise that counts. */
    static final double LEAST_COUNTS = 15;
    /** Greatest rise of another foot, as a share of this one's. */
    static final double OTHERS_MOST = 0.5;

    private final int leg;
    private final double[] rise = new double[A1.LEGS];

    SoleStep(final int leg) {
        this.leg = leg;
    }

    @Override
    public HourPart part() {
        return HourPart.FEET;
    }

    @Override
    public String name() {
        return JointMove.leg(leg) + " foot pressed";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        final RestReading before = RestReading.of(robot);
        Arrays.fill(rise, 0);
        robot.ask(
                person,
                "Press your palm against the sole of the " + JointMove.leg(leg)
                        + " foot, firmly, then let go and press Enter.",
                sensed -> {
                    for (int i = 0; i < A1.LEGS; i++) {
                        rise[i] = Math.max(rise[i], sensed.footForce[i] - before.foot[i]);
                    }
                });
        final String measured = String.format(
                Locale.ROOT, "counts rose by FR %.0f, FL %.0f, RR %.0f, RL %.0f", rise[0], rise[1], rise[2], rise[3]);
        if (rise[leg] < LEAST_COUNTS) {
            return Found.wrong(measured + ": expected this foot's by " + LEAST_COUNTS
                    + " at least; press harder, or its sensor is dead");
        }
        for (int i = 0; i < A1.LEGS; i++) {
            if (i != leg && rise[i] > OTHERS_MOST * rise[leg]) {
                return Found.wrong(
                        measured + ": expected this foot's alone; touch no other, or feet are in another order");
            }
        }
        return Found.right(measured);
    }
}
