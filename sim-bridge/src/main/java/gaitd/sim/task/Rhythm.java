package gaitd.sim.task;

import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.policies.bundle.HistoryLayout;
import gaitd.policies.bundle.HistoryOrder;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.text.TomlView;
import java.util.List;

/**
 * The rhythm in which legs are to step when no oscillators give one: a clock that runs from the beginning of an episode. Immutable.
 *
 * <p>In each period a foot stands for a share of it and then swings up to a height and down again, along a half sine.
 */
final class Rhythm {
    private static final double PERIOD_MIN_S = 0.1;
    private static final double PERIOD_MAX_S = 5;

    private final double periodS;
    private final double[] phase;
    private final double standing;
    private final double liftM;

    private Rhythm(final double periodS, final double[] phase, final double standing, final double liftM) {
        this.periodS = periodS;
        this.phase = phase;
        this.standing = standing;
        this.liftM = liftM;
    }

    static Rhythm read(final TomlView table) {
        final Rhythm rhythm = new Rhythm(
                table.number("period_s", PERIOD_MIN_S, PERIOD_MAX_S),
                table.numbers("phase", A1.LEGS, 0, 1),
                table.number("standing", 0.1, 0.9),
                table.number("lift_m", 1e-3, 0.2));
        table.end();
        return rhythm;
    }

    /** Facts of an observation of its clock. */
    TermFacts clock() {
        return new TermFacts(1, HistoryOrder.OLDEST_FIRST, HistoryLayout.BY_TERM, periodS, List.of(0.0), 0);
    }

    /**
     * How well a foot keeps to it.
     *
     * @param leg which
     * @param timeS since the episode began, s
     * @param heightM of the foot's sole over the ground, m
     * @return 1 at the height that it should be at; below, the share of it that is reached; above, less by the excess, 0 from
     *     {@code lift_m} of it on
     */
    double kept(final int leg, final double timeS, final double heightM) {
        final double periods = timeS / periodS + phase[leg];
        final double share = periods - Math.floor(periods);
        final double wantedM = share < standing ? 0 : liftM * Trig.sin(Math.PI * (share - standing) / (1 - standing));
        final double overM = Math.max(0, heightM);
        return overM < wantedM ? overM / wantedM : 1 - Math.min(1, (overM - wantedM) / liftM);
    }
}
