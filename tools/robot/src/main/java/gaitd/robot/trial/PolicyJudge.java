package gaitd.robot.trial;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges the rows of a trial: what may not happen at all, and what a person is told of. */
final class PolicyJudge {
    /** Greatest lean that passes, in shares of the lean that damps the robot. */
    static final double TILT_SHARE = 0.5;
    /** Greatest share of ticks in which a torque may be limited, or a target beyond its joint's range. */
    static final double LIMITED_SHARE = 0.1;
    /** Greatest share of ticks in which a target may move too fast: one that is held for many ticks and then jumps does so in a few. */
    static final double RATE_SHARE = 0.6;
    /** Greatest share of the outputs that may be beyond their bounds, where they are cut. */
    static final double OUTSIDE_SHARE = 0.3;
    /** How much faster than asked a robot may move, m/s. */
    static final double TOO_FAST_M_S = 0.25;
    /** How much faster than asked it may turn, rad/s. */
    static final double TOO_FAST_RAD_S = 0.4;

    /** Share of the velocity asked for below which a robot does not move. */
    static final double STILL_SHARE = 0.1;

    private static final double SLOW_SHARE = 0.5;
    private static final double LEAST_ASKED = 0.05;

    private final double tiltDeg;
    private final double warmC;
    private final double hotC;

    PolicyJudge(final Config config) {
        tiltDeg = TILT_SHARE * Math.min(config.get(Setting.TILT_MAX_DEG), Setting.TILT_MAX_DEG.max);
        warmC = config.get(Setting.TEMPERATURE_WARM_C);
        hotC = config.get(Setting.TEMPERATURE_MAX_C);
    }

    /** Judges one row. */
    TrialVerdict of(final TrialRow row) {
        final List<String> reasons = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        falls(row, reasons);
        guards(row, reasons, notes);
        final double tilt = row.most(TrialFigures::tiltDeg);
        if (row.falls() == 0 && tilt > tiltDeg) {
            reasons.add("leans %.0f deg, more than the %.0f that pass".formatted(tilt, tiltDeg));
        }
        limited("outputs are beyond their bounds", row.outside(), OUTSIDE_SHARE, reasons, notes);
        limited("torques are at their limit", row.most(TrialFigures::torqueLimited), LIMITED_SHARE, reasons, notes);
        limited("targets move too fast", row.most(TrialFigures::rateLimited), RATE_SHARE, reasons, notes);
        limited(
                "targets are beyond a joint's range",
                row.most(TrialFigures::rangeLimited),
                LIMITED_SHARE,
                reasons,
                notes);
        final double settlesC = row.most(TrialFigures::settlesC);
        if (settlesC > hotC) {
            notes.add("if it went on, a motor would get too hot: %.0f deg C".formatted(settlesC));
        } else if (settlesC > warmC) {
            notes.add("if it went on, a motor would get warm: %.0f deg C".formatted(settlesC));
        }
        velocity("forward", "m/s", row.episode().vx(), row.mean(TrialFigures::vx), TOO_FAST_M_S, reasons, notes);
        velocity("to the left", "m/s", row.episode().vy(), row.mean(TrialFigures::vy), TOO_FAST_M_S, reasons, notes);
        velocity(
                "turning",
                "rad/s",
                row.episode().yawRate(),
                row.mean(TrialFigures::yawRate),
                TOO_FAST_RAD_S,
                reasons,
                notes);
        return new TrialVerdict(reasons, notes);
    }

    private static void falls(final TrialRow row, final List<String> reasons) {
        if (row.falls() > 0) {
            final TriedWalk first =
                    row.outcomes().stream().filter(TriedWalk::fell).findFirst().orElseThrow();
            reasons.add("falls in %d of %d walks (seed %d after %.1f s)"
                    .formatted(row.falls(), row.outcomes().size(), first.seed(), first.timeS()));
        }
        if (row.outcomes().stream().anyMatch(each -> each.stayedUp() && !each.fell())) {
            reasons.add("does not sit down when asked to");
        }
    }

    private static void guards(final TrialRow row, final List<String> reasons, final List<String> notes) {
        final Set<Fault> told = EnumSet.noneOf(Fault.class);
        for (final TriedWalk each : row.outcomes()) {
            for (final TrialMeter.Guard guard : each.guards()) {
                if (told.add(guard.fault())) {
                    (guard.fault().reaction.atLeast(Reaction.DERATE) ? reasons : notes)
                            .add("guard " + guard.text() + " (seed " + each.seed() + ")");
                }
            }
        }
        row.outcomes().stream()
                .filter(each -> !each.policyFault().isEmpty())
                .findFirst()
                .ifPresent(each -> reasons.add(each.policyFault() + " (seed " + each.seed() + ")"));
    }

    /** What is limited in more than a third of the share that passes is told. */
    private static void limited(
            final String what,
            final double share,
            final double passing,
            final List<String> reasons,
            final List<String> notes) {
        if (share > passing / 3) {
            (share > passing ? reasons : notes)
                    .add("%s, and are cut, in %.0f %% of all; %.0f %% pass"
                            .formatted(what, 100 * share, 100 * passing));
        }
    }

    /** Faster than asked, or the other way, is unsafe, and standing still is no walk; slower is told. */
    private static void velocity(
            final String what,
            final String unit,
            final double asked,
            final double mean,
            final double tooFast,
            final List<String> reasons,
            final List<String> notes) {
        final double beyond = Math.max(mean - Math.max(asked, 0), Math.min(asked, 0) - mean);
        if (beyond > tooFast) {
            reasons.add("moves %.2f %s %s where %.2f is asked".formatted(mean, unit, what, asked));
        } else if (Math.abs(asked) > LEAST_ASKED && mean / asked < SLOW_SHARE) {
            (mean / asked < STILL_SHARE ? reasons : notes)
                    .add("moves only %.2f %s %s where %.2f is asked".formatted(mean, unit, what, asked));
        }
    }
}
