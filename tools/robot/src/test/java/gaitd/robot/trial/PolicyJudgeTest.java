package gaitd.robot.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.sim.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of the verdict just inside and just outside. */
class PolicyJudgeTest {
    private static final double EPS = 1e-6;
    private static final double ASKED = 0.4;

    private final PolicyJudge judge = new PolicyJudge(Config.defaults());

    @Test
    void aWalkAsAskedPassesWithoutANote() {
        final TrialVerdict verdict = judge.of(row(walk(10, ASKED, 0, 0, 0, 40)));
        assertTrue(verdict.passed());
        assertEquals(List.of(), verdict.notes());
    }

    @Test
    void leansUpToHalfOfWhatDamps() {
        final double most = Setting.TILT_MAX_DEG.defaultValue / 2;
        passes(walk(most - EPS, ASKED, 0, 0, 0, 40));
        fails("leans", walk(most + EPS, ASKED, 0, 0, 0, 40));
    }

    @Test
    void movesNoFasterThanAskedAndNotTheOtherWay() {
        passes(walk(1, ASKED + PolicyJudge.TOO_FAST_M_S - EPS, 0, 0, 0, 40));
        fails("forward", walk(1, ASKED + PolicyJudge.TOO_FAST_M_S + EPS, 0, 0, 0, 40));
        fails("forward", walk(1, -PolicyJudge.TOO_FAST_M_S - EPS, 0, 0, 0, 40));
        passes(walk(1, ASKED, -PolicyJudge.TOO_FAST_M_S + EPS, 0, 0, 40));
        fails("to the left", walk(1, ASKED, -PolicyJudge.TOO_FAST_M_S - EPS, 0, 0, 40));
        passes(walk(1, ASKED, 0, PolicyJudge.TOO_FAST_RAD_S - EPS, 0, 40));
        fails("turning", walk(1, ASKED, 0, PolicyJudge.TOO_FAST_RAD_S + EPS, 0, 40));
    }

    @Test
    void slownessIsTold() {
        notes("only", walk(1, ASKED * 0.5 - EPS, 0, 0, 0, 40));
        assertEquals(
                List.of(),
                judge.of(row(walk(1, ASKED * 0.5 + EPS, 0, 0, 0, 40))).notes());
        notes("only", walk(1, ASKED * PolicyJudge.STILL_SHARE + EPS, 0, 0, 0, 40));
        fails("only", walk(1, ASKED * PolicyJudge.STILL_SHARE - EPS, 0, 0, 0, 40));
    }

    @Test
    void limitedTorquesPassUpToAShare() {
        passes(walk(1, ASKED, 0, 0, PolicyJudge.LIMITED_SHARE - EPS, 40));
        notes("torques are at", walk(1, ASKED, 0, 0, PolicyJudge.LIMITED_SHARE - EPS, 40));
        fails("torques are at", walk(1, ASKED, 0, 0, PolicyJudge.LIMITED_SHARE + EPS, 40));
    }

    @Test
    void outputsBeyondBoundsPassUpToAShare() {
        final TrialFigures fine = figures(1, ASKED, 0, 0, 0, 40);
        passes(outcome(fine, false, PolicyJudge.OUTSIDE_SHARE - EPS, List.of(), ""));
        fails("outputs are beyond", outcome(fine, false, PolicyJudge.OUTSIDE_SHARE + EPS, List.of(), ""));
    }

    @Test
    void heatIsTold() {
        notes("warm", walk(1, ASKED, 0, 0, 0, Setting.TEMPERATURE_WARM_C.defaultValue + EPS));
        notes("too hot", walk(1, ASKED, 0, 0, 0, Setting.TEMPERATURE_MAX_C.defaultValue + EPS));
    }

    @Test
    void fallsGuardsAndFaultsOfThePolicyDoNotPass() {
        final TrialFigures fine = figures(1, ASKED, 0, 0, 0, 40);
        fails("falls in 1 of 1", outcome(fine, true, 0, List.of(), ""));
        fails("OVER_TIME", outcome(fine, false, 0, List.of(), "OVER_TIME of policy 1"));
        fails("guard POWER", outcome(fine, false, 0, List.of(new TrialMeter.Guard(Fault.POWER, "POWER: x")), ""));
        notes(
                "guard WARM",
                outcome(fine, false, 0, List.of(new TrialMeter.Guard(Fault.TEMPERATURE_WARM, "WARM: x")), ""));
    }

    private void passes(final TriedWalk outcome) {
        assertEquals(List.of(), judge.of(row(outcome)).reasons());
    }

    private void fails(final String reason, final TriedWalk outcome) {
        final List<String> reasons = judge.of(row(outcome)).reasons();
        assertEquals(1, reasons.size(), reasons::toString);
        assertTrue(reasons.getFirst().contains(reason), reasons::toString);
    }

    private void notes(final String note, final TriedWalk outcome) {
        passes(outcome);
        final List<String> notes = judge.of(row(outcome)).notes();
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.getFirst().contains(note), notes::toString);
    }

    private static TrialRow row(final TriedWalk outcome) {
        return new TrialRow(
                new TrialEpisode("forward", ASKED, 0, 0, 6, TrialEvent.NONE), Engine.EMBEDDED, List.of(outcome));
    }

    private static TriedWalk walk(
            final double tiltDeg,
            final double vx,
            final double vy,
            final double yawRate,
            final double torqueLimited,
            final double settlesC) {
        return outcome(figures(tiltDeg, vx, vy, yawRate, torqueLimited, settlesC), false, 0, List.of(), "");
    }

    private static TrialFigures figures(
            final double tiltDeg,
            final double vx,
            final double vy,
            final double yawRate,
            final double torqueLimited,
            final double settlesC) {
        return new TrialFigures(tiltDeg, vx, vy, yawRate, 40, 15, torqueLimited, 0, 0, 10, 0.2, 0.02, settlesC);
    }

    private static TriedWalk outcome(
            final TrialFigures figures,
            final boolean fell,
            final double outside,
            final List<TrialMeter.Guard> guards,
            final String policyFault) {
        return new TriedWalk(
                Engine.EMBEDDED,
                1,
                6,
                fell,
                false,
                figures,
                new OutputWatch.Outside(outside, 0.1, 0),
                guards,
                policyFault,
                List.of(1.0));
    }
}
