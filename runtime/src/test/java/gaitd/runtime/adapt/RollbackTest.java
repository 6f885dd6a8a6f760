package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {
    private final AdaptRig rig = new AdaptRig();

    private void assertRolledBack(final long id, final RollbackCause cause) {
        assertEquals(TrialPhase.ROLLED_BACK, rig.phase());
        rig.step();
        assertEquals(0, rig.more());
        final ExperienceFrame record = rig.step();
        assertEquals(id, record.get(ExperienceField.VERSION_ROLLED_BACK));
        assertEquals(cause.ordinal(), record.get(ExperienceField.ROLLBACK_CAUSE));
        assertEquals(0, record.get(ExperienceField.VERSION_CANDIDATE));
        assertRefused(id, WeightsCheck.ROLLED_BACK);
    }

    /** Whatever it shall do, and for as long as it is asked. */
    private void assertRefused(final long id, final WeightsCheck check) {
        for (final WeightsRole role : WeightsRole.values()) {
            rig.send(role, id, 0.1, 0);
            for (int i = 0; i < 3 * AdaptRig.WINDOW; i++) {
                rig.step();
                assertEquals(0, rig.more());
            }
            assertEquals(check, AdaptRig.check(rig.step()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anyGuardsWarningInTheSameTick(final Fault fault) {
        rig.toCandidatesWindow(3, 0.2);
        rig.latch.trip(fault, 0, 1);
        rig.tick();
        assertRolledBack(3, RollbackCause.GUARD);
    }

    @Test
    void aGuardsWarningInTheIncumbentsWindow() {
        rig.send(WeightsRole.TRIAL, 3, 0.2, 0);
        rig.steps(AdaptRig.WINDOW + 20);
        assertEquals(TrialPhase.INCUMBENT_WINDOW, rig.phase());
        rig.latch.trip(Fault.FOOT_SENSOR, 0, 1);
        rig.tick();
        assertRolledBack(3, RollbackCause.GUARD);
    }

    @Test
    void aMarginThatIsPassedInOneTickOnBothSides() {
        rig.toCandidatesWindow(3, 0.2);
        final double max = rig.config.get(Setting.ADAPT_TORQUE_MAX_NM);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            rig.sensed.tauEst[joint] = max;
            rig.tick();
            assertEquals(TrialPhase.CANDIDATE_WINDOW, rig.phase());
        }
        rig.sensed.tauEst[7] = -Math.nextUp(max);
        rig.tick();
        rig.sensed.tauEst[7] = 0;
        assertRolledBack(3, RollbackCause.MARGIN);
    }

    @Test
    void aMarginThatIsPassedWhileTheIncumbentDrivesIsNotTheCandidates() {
        rig.send(WeightsRole.TRIAL, 3, 0.2, 0);
        rig.steps(AdaptRig.WINDOW + 20);
        rig.estimate.tilt = 1;
        rig.steps(5);
        rig.estimate.tilt = 0;
        assertEquals(TrialPhase.INCUMBENT_WINDOW, rig.phase());
        rig.steps(AdaptRig.WINDOW + AdaptRig.BLEND);
        assertEquals(0.2, rig.more(), 1e-6);
    }

    @Test
    void noCandidatesWindowBeginsBeyondAMargin() {
        rig.send(WeightsRole.TRIAL, 3, 0.2, 0);
        rig.steps(AdaptRig.WINDOW + 20);
        rig.estimate.tilt = 1;
        rig.steps(5 * AdaptRig.WINDOW);
        assertEquals(TrialPhase.INCUMBENT_WINDOW, rig.phase());
        assertEquals(0, rig.more());
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MAX_VALUE, -Float.MAX_VALUE})
    void outputsThatAreNotFiniteInShadow(final float weight) {
        for (int i = 0; i < FakeNetwork.OUTPUTS; i++) {
            rig.message.weights[i] = weight;
            rig.message.weights[FakeNetwork.OUTPUTS + i] = weight;
        }
        rig.send(WeightsRole.TRIAL, 3);
        rig.steps(4);
        assertRolledBack(3, RollbackCause.NOT_FINITE);
    }

    @Test
    void oneThatSaturates() {
        saturate();
    }

    private void saturate() {
        rig.send(WeightsRole.TRIAL, 3, 50, 0);
        rig.steps(30);
        assertRolledBack(3, RollbackCause.OUT_OF_BOX);
    }

    @Test
    void oneThatDrifts() {
        rig.send(WeightsRole.TRIAL, 3, 0, 0.002);
        rig.steps(2 + 300 + 30);
        assertRolledBack(3, RollbackCause.OUT_OF_BOX);
    }

    @Test
    void oneThatOscillates() {
        rig.send(WeightsRole.TRIAL, 3, 0.25, 0);
        for (int i = 0; i < 40; i++) {
            rig.input[0] = i % 2 == 0 ? 1 : -1;
            rig.step();
        }
        rig.input[0] = 1;
        assertRolledBack(3, RollbackCause.UNREST);
    }

    @Test
    void anotherVersionIsTaken() {
        saturate();
        rig.toCandidatesWindow(4, 0.2);
    }

    @Test
    void olderVersionsAreRefused() {
        saturate();
        assertRefused(2, WeightsCheck.OLD);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anIncumbentIsDroppedWithTheWalkAndWarningsLeaveIt(final Fault fault) {
        rig.send(WeightsRole.INCUMBENT, 4, 0.1, 0);
        rig.steps(AdaptRig.WINDOW + AdaptRig.BLEND + 10);
        assertEquals(0.1, rig.more(), 1e-6);
        rig.latch.trip(fault, 0, 1);
        rig.step();
        final boolean ends = fault.reaction.atLeast(Reaction.STOP_WALKING);
        assertEquals(ends ? 0 : 0.1, rig.more(), 1e-6);
        assertEquals(ends ? 4 : 0, rig.cell.trials.rolledBack());
    }

    @Test
    void anIncumbentThatOscillatesIsDropped() {
        rig.send(WeightsRole.INCUMBENT, 4, 0.25, 0);
        rig.steps(AdaptRig.WINDOW + AdaptRig.BLEND + 10);
        for (int i = 0; i < 40; i++) {
            rig.input[0] = i % 2 == 0 ? 1 : -1;
            rig.step();
        }
        rig.input[0] = 1;
        assertRolledBack(4, RollbackCause.UNREST);
    }

    /** The rig checks the box at every output. */
    @Test
    void unsafeCandidatesNeverLeaveTheBoxNorDriveLongerThanAWindow() {
        final Random random = new Random(5);
        int drove = 0;
        int inARow = 0;
        for (int id = 1; id <= 300; id++) {
            for (int i = 0; i < FakeNetwork.WEIGHTS; i++) {
                rig.message.weights[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(8) - 6));
            }
            rig.send(WeightsRole.TRIAL, id);
            final int length = random.nextInt(4 * AdaptRig.WINDOW);
            for (int i = 0; i < length; i++) {
                rig.input[0] = (float) Math.sin(0.1 * i);
                rig.step();
                inARow = rig.cell.trials.share() > 0 ? inARow + 1 : 0;
                drove += inARow > 0 ? 1 : 0;
                assertTrue(inARow <= AdaptRig.WINDOW + AdaptRig.BLEND + 1, "it drives for " + inARow + " steps");
            }
        }
        assertTrue(drove > 1000 && rig.cell.trials.rolledBack() > 0, "some drove, for " + drove + " steps");
    }
}
