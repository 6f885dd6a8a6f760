package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class CandidateTrialsTest {
    private final AdaptRig rig = new AdaptRig();

    @Test
    void withoutAnythingSentTheShippedPolicyDrivesToTheBit() {
        for (int i = 0; i < 50; i++) {
            rig.input[0] = 0.37f * i;
            rig.step();
            assertEquals((float) AdaptRig.SHIPPED * rig.input[0], rig.output[2]);
        }
    }

    @Test
    void aCandidateInShadowNeverCommands() {
        rig.send(WeightsRole.SHADOW, 1, 0.1, 0);
        for (int i = 0; i < 5 * AdaptRig.WINDOW; i++) {
            rig.step();
            assertEquals(0, rig.more());
        }
        final ExperienceFrame record = rig.step();
        assertEquals(TrialPhase.SHADOW.ordinal(), record.get(ExperienceField.TRIAL_PHASE));
        assertEquals(1, record.get(ExperienceField.VERSION_CANDIDATE));
        assertEquals(0, record.get(ExperienceField.VERSION_ACTED));
        assertEquals(AdaptRig.SHIPPED + 0.1 * AdaptRig.HALF, record.real(ExperienceField.CANDIDATE_OUTPUT, 3), 1e-6);
    }

    @Test
    void aTrialBeginsInShadowAndAlternatesWithoutAJump() {
        rig.send(WeightsRole.TRIAL, 1, 0.2, 0);
        rig.steps(2);
        double before = 0;
        double drove = 0;
        double shadow = 0;
        for (int i = 0; i < 8 * AdaptRig.WINDOW; i++) {
            rig.step();
            final double now = rig.more();
            assertTrue(Math.abs(now - before) <= 0.2 * 1.5 / AdaptRig.BLEND + 1e-6, "a jump of " + (now - before));
            assertTrue(i >= 2 * AdaptRig.WINDOW - 2 || now == 0, "it drives before its shadow and a window are over");
            drove += now > 0.1 ? 1 : 0;
            shadow += now < 0.1 && i >= 2 * AdaptRig.WINDOW ? 1 : 0;
            before = now;
        }
        assertEquals(3 * AdaptRig.WINDOW, drove, 30);
        assertEquals(3 * AdaptRig.WINDOW, shadow, 30);
        assertEquals(7, rig.step().get(ExperienceField.TRIAL_WINDOWS));
    }

    @Test
    void aCandidateThatIsAcceptedGoesOnAsItIs() {
        rig.toCandidatesWindow(1, 0.2);
        final int steps = Math.max(rig.networks[1].steps, rig.networks[2].steps);
        rig.send(WeightsRole.INCUMBENT, 1, 0.2, 0);
        for (int i = 0; i < 3 * AdaptRig.WINDOW; i++) {
            rig.step();
            assertEquals(0.2, rig.more(), 1e-6);
        }
        final ExperienceFrame record = rig.step();
        assertEquals(1, record.get(ExperienceField.VERSION_INCUMBENT));
        assertEquals(1, record.get(ExperienceField.VERSION_ACTED));
        assertEquals(0, record.get(ExperienceField.VERSION_CANDIDATE));
        assertTrue(Math.max(rig.networks[1].steps, rig.networks[2].steps) > steps, "its state was kept");
    }

    @Test
    void aCandidateThatIsAcceptedInTheIncumbentsWindowIsBlendedIn() {
        rig.send(WeightsRole.TRIAL, 1, 0.2, 0);
        rig.steps(2 + AdaptRig.WINDOW + AdaptRig.WINDOW / 2);
        assertEquals(TrialPhase.INCUMBENT_WINDOW, rig.phase());
        rig.send(WeightsRole.INCUMBENT, 1, 0.2, 0);
        rig.steps(5);
        assertTrue(rig.more() < 0.01);
        rig.steps(AdaptRig.BLEND + 5);
        assertEquals(0.2, rig.more(), 1e-6);
        assertEquals(1, rig.cell.trials.incumbent().version());
    }

    @Test
    void weightsThatShallDriveRunInShadowFirst() {
        rig.send(WeightsRole.INCUMBENT, 4, 0.2, 0);
        for (int i = 0; i < AdaptRig.WINDOW; i++) {
            rig.step();
            assertEquals(0, rig.more());
        }
        rig.steps(AdaptRig.BLEND + 10);
        assertEquals(0.2, rig.more(), 1e-6);
        assertEquals(4, rig.cell.trials.incumbent().version());
        assertEquals(TrialPhase.NONE, rig.phase());
    }

    @Test
    void aCandidateIsTriedAgainstTheIncumbent() {
        rig.send(WeightsRole.INCUMBENT, 4, 0.1, 0);
        rig.steps(AdaptRig.WINDOW + AdaptRig.BLEND + 10);
        rig.toCandidatesWindow(5, -0.2);
        rig.steps(AdaptRig.WINDOW + 10);
        assertEquals(0.1, rig.more(), 1e-6);
        assertEquals(4, rig.step().get(ExperienceField.VERSION_ACTED));
    }

    @Test
    void aCandidateThatIsWithdrawnIsBlendedOut() {
        rig.toCandidatesWindow(1, 0.2);
        rig.send(WeightsRole.NONE, 1, 0, 0);
        rig.steps(5);
        assertTrue(rig.more() > 0.15, "blended, not cut: " + rig.more());
        rig.steps(AdaptRig.BLEND + 5);
        assertEquals(0, rig.more());
        assertEquals(TrialPhase.NONE, rig.phase());
        assertEquals(0, rig.step().get(ExperienceField.VERSION_ROLLED_BACK));
    }

    @Test
    void anotherCandidateWaitsUntilTheOneThatDrivesIsBlendedOut() {
        rig.toCandidatesWindow(1, 0.2);
        rig.send(WeightsRole.SHADOW, 2, -0.3, 0);
        double before = rig.more();
        for (int i = 0; i < 2 * AdaptRig.BLEND; i++) {
            rig.step();
            assertTrue(rig.more() <= before && before - rig.more() < 0.01, "from " + before + " to " + rig.more());
            before = rig.more();
        }
        assertEquals(0, before);
        assertEquals(2, rig.cell.trials.candidate().version());
    }

    @Test
    void aTrialGoesOnWithTheIncumbentAfterARest() {
        rig.toCandidatesWindow(1, 0.2);
        rig.mode = Mode.STAND;
        rig.share = 0;
        rig.tick();
        rig.mode = Mode.WALK;
        rig.share = 1;
        rig.cell.reset();
        rig.step();
        assertEquals(0, rig.more());
        assertEquals(TrialPhase.INCUMBENT_WINDOW, rig.phase());
        rig.steps(AdaptRig.WINDOW + AdaptRig.BLEND + 5);
        assertEquals(0.2, rig.more(), 1e-6);
    }

    @Test
    void noTrialBeginsWhileAWarningIsLatched() {
        rig.latch.trip(Fault.TEMPERATURE_WARM, 0, 66);
        rig.send(WeightsRole.TRIAL, 1, 0.2, 0);
        rig.steps(10 * AdaptRig.WINDOW);
        assertEquals(TrialPhase.SHADOW, rig.phase());
        rig.latch.beginTick(1, 0);
        assertTrue(rig.latch.clear());
        rig.steps(2 * AdaptRig.WINDOW + AdaptRig.BLEND + 5);
        assertEquals(0.2, rig.more(), 1e-6);
    }

    @Test
    void theShadowLastsAsLongAsTheRobotWalksByThePolicyAlone() {
        rig.send(WeightsRole.TRIAL, 1, 0.2, 0);
        rig.share = 0.99;
        rig.steps(10 * AdaptRig.WINDOW);
        assertEquals(TrialPhase.SHADOW, rig.phase());
    }

    @Test
    void nothingIsRecordedWhileThePolicyDoesNotStep() {
        rig.step();
        rig.step();
        rig.mode = Mode.STAND;
        rig.share = 0;
        rig.tick();
        assertEquals(EpisodeEnd.STOPPED.ordinal(), rig.record().get(ExperienceField.END));
        rig.tick();
        assertNull(rig.record());
    }
}
