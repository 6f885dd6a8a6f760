package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperienceTest {
    private static AdaptRig exploring(final double deviation) {
        final Config config =
                AdaptRig.quiet().set(Setting.ADAPT_DEVIATION, deviation, "test").conclude();
        return new AdaptRig(config, true);
    }

    private static ExplorationOff off(final ExperienceFrame record) {
        return ExplorationOff.values()[(int) record.get(ExperienceField.EXPLORATION_OFF)];
    }

    @Test
    void aStepHasWhatItSawAndDidAndWhatCameOfIt() {
        final AdaptRig rig = new AdaptRig();
        final OperatorCommand command = new OperatorCommand();
        command.vx = 0.4;
        for (int i = 0; i < 5000; i++) {
            rig.target.update(command, true, 1, Gait.TROT, 0);
        }
        assertNull(rig.step());
        rig.input[0] = 3;
        rig.estimate.velocityHeading[0] = 0.5;
        rig.estimate.velocityHeading[1] = -0.1;
        rig.estimate.velocityHeading[2] = 0.2;
        rig.estimate.angularVelocity[0] = 0.3;
        rig.estimate.angularVelocity[1] = -0.4;
        rig.estimate.angularVelocity[2] = 0.7;
        rig.estimate.tilt = 0.1;
        rig.estimate.powerW = 120;
        rig.estimate.slipMS[1] = 0.25;
        rig.estimate.slipMS[2] = 0.5;
        rig.sensed.tauEst[3] = 3;
        rig.sensed.tauEst[4] = -4;
        final ExperienceFrame record = rig.step();
        assertEquals(0, record.get(ExperienceField.RECORD));
        assertEquals(0, record.get(ExperienceField.STEP));
        assertEquals(AdaptRig.TICKS_PER_STEP - 1, record.get(ExperienceField.TICK));
        assertEquals(AdaptRig.TICKS_PER_STEP, record.get(ExperienceField.TICKS));
        assertEquals(AdaptRig.MARK, record.get(ExperienceField.SHIPPED));
        assertEquals(EpisodeEnd.GOES_ON.ordinal(), record.get(ExperienceField.END));
        assertEquals(Mode.WALK.ordinal(), record.get(ExperienceField.MODE));
        assertEquals(1, record.get(ExperienceField.OBSERVATIONS));
        assertEquals(FakeNetwork.OUTPUTS, record.get(ExperienceField.ACTIONS));
        assertEquals(1, record.real(ExperienceField.OBSERVATION, 0));
        assertEquals((float) AdaptRig.SHIPPED, record.real(ExperienceField.MEAN, 3));
        assertEquals((float) AdaptRig.SHIPPED, record.real(ExperienceField.ACTION, 3));
        assertEquals(0.4, record.real(ExperienceField.COMMAND, 0), 1e-6);
        assertEquals(0.1, record.real(ExperienceField.VELOCITY_ERROR, 0), 1e-6);
        assertEquals(-0.1, record.real(ExperienceField.VELOCITY_ERROR, 1), 1e-6);
        assertEquals(0.7, record.real(ExperienceField.VELOCITY_ERROR, 2), 1e-6);
        assertEquals(0.04, record.real(ExperienceField.VERTICAL_VELOCITY_SQUARE, 0), 1e-6);
        assertEquals(0.25, record.real(ExperienceField.ROLL_PITCH_RATE_SQUARE, 0), 1e-6);
        assertEquals(0.01, record.real(ExperienceField.TILT_SQUARE, 0), 1e-6);
        assertEquals(120, record.real(ExperienceField.POWER, 0));
        assertEquals(25, record.real(ExperienceField.TORQUE_SQUARE, 0));
        assertEquals(0.75, record.real(ExperienceField.SLIP, 0), 1e-6);
        final double change = (3 - 1) * AdaptRig.SHIPPED / AdaptRig.HALF;
        assertEquals(
                FakeNetwork.OUTPUTS * change * change, rig.step().real(ExperienceField.ACTION_CHANGE_SQUARE, 0), 1e-6);
    }

    @Test
    void everyStepLeavesOnce() {
        final AdaptRig rig = new AdaptRig();
        rig.step();
        for (int i = 0; i < 1000; i++) {
            final ExperienceFrame record = rig.step();
            assertEquals(i, record.get(ExperienceField.RECORD));
            assertEquals(i, record.get(ExperienceField.STEP));
            assertNull(rig.record());
        }
    }

    @Test
    void aWalkEndsWithItsReason() {
        for (final boolean fallen : new boolean[] {false, true}) {
            final AdaptRig rig = new AdaptRig();
            rig.step();
            if (fallen) {
                rig.latch.trip(Fault.TILT, -1, 60);
            }
            rig.mode = fallen ? Mode.FAULT : Mode.STAND;
            rig.share = 0;
            rig.tick();
            final ExperienceFrame last = rig.record();
            assertEquals((fallen ? EpisodeEnd.FAULT : EpisodeEnd.STOPPED).ordinal(), last.get(ExperienceField.END));
            assertEquals(1, last.get(ExperienceField.TICKS));
        }
    }

    @Test
    void recordingAloneChangesNothingAndListensToNobody() {
        final AdaptRig rig = new AdaptRig(
                AdaptRig.quiet()
                        .set(ChoiceSetting.ADAPT_USE, AdaptUse.RECORD, "test")
                        .set(Setting.ADAPT_DEVIATION, 0.1, "test")
                        .conclude(),
                true);
        rig.send(WeightsRole.INCUMBENT, 1, 0.2, 0);
        for (int i = 0; i < 3 * AdaptRig.WINDOW; i++) {
            rig.input[0] = 0.1f * i;
            rig.step();
            assertEquals((float) AdaptRig.SHIPPED * rig.input[0], rig.output[1]);
        }
        final ExperienceFrame record = rig.step();
        assertEquals(ExplorationOff.SETTING, off(record));
        assertEquals(WeightsCheck.NONE, AdaptRig.check(record));
    }

    @Test
    void explorationIsWhatTheCountersSay() {
        final AdaptRig rig = exploring(0.05);
        rig.steps(AdaptRig.BLEND + 5);
        for (int i = 0; i < 100; i++) {
            final ExperienceFrame record = rig.step();
            final long step = record.get(ExperienceField.STEP);
            assertEquals(ExplorationOff.ON, off(record));
            assertEquals(1, record.real(ExperienceField.EXPLORATION_SHARE, 0));
            for (int output = 0; output < FakeNetwork.OUTPUTS; output++) {
                final double added = record.real(ExperienceField.EXPLORATION, output);
                final double again = rig.cell.exploration.at(step, output) * AdaptRig.HALF;
                assertEquals((float) again, added);
                assertNotEquals(0, added);
                assertEquals(
                        record.real(ExperienceField.MEAN, output) + added,
                        record.real(ExperienceField.ACTION, output),
                        1e-6);
            }
        }
    }

    /** The rig checks the box at every output. */
    @Test
    void explorationAndCandidateTogetherKeepToTheBox() {
        final AdaptRig rig = exploring(0.5);
        rig.send(WeightsRole.TRIAL, 1, 0.29, 0);
        double greatest = 0;
        for (int i = 0; i < 4 * AdaptRig.WINDOW; i++) {
            rig.step();
            greatest = Math.max(greatest, Math.abs(rig.more()));
        }
        assertEquals(0.3, greatest, 1e-6);
    }

    @ParameterizedTest
    @EnumSource(value = ExplorationOff.class, mode = EnumSource.Mode.EXCLUDE, names = "SETTING")
    void explorationGoesAtOnceAndSaysWhy(final ExplorationOff why) {
        final AdaptRig rig = exploring(why == ExplorationOff.NO_DEVIATION ? 0 : 0.05);
        rig.steps(2 * AdaptRig.BLEND);
        switch (why) {
            case SETTING, ON, NO_DEVIATION -> {
                // as it is
            }
            case NOT_WALKING -> rig.slowing = true;
            case BLENDING -> rig.share = 0.999;
            case GUARD -> rig.latch.trip(Fault.FOOT_SENSOR, 0, 0);
            case TILT -> rig.estimate.tilt = Math.toRadians(20.001);
            case TORQUE -> rig.sensed.tauEst[11] = -33.001;
            case TEMPERATURE -> rig.sensed.motorTemperatureC[0] = 61;
            case SPEED -> rig.sensed.dq[5] = 24.001;
            case DOUBT -> rig.estimate.doubtMS = 0.3001;
        }
        rig.tick();
        rig.estimate.tilt = 0;
        rig.estimate.doubtMS = 0;
        rig.sensed.tauEst[11] = 0;
        rig.sensed.motorTemperatureC[0] = 0;
        rig.sensed.dq[5] = 0;
        rig.step();
        assertEquals(why == ExplorationOff.ON, rig.more() != 0, "adds " + rig.more());
        final ExperienceFrame record = rig.step();
        assertEquals(why, off(record));
        assertTrue(why == ExplorationOff.ON || record.real(ExperienceField.EXPLORATION_SHARE, 0) == 0);
    }

    @Test
    void anOutputOfTheShippedPolicyThatIsNoNumberIsPassedOn() {
        final AdaptRig rig = new AdaptRig();
        rig.step();
        rig.networks[0].weights[2] = Float.NaN;
        rig.tick();
        rig.cell.step(rig.input, AdaptRig.STEP_S, rig.output);
        assertTrue(Float.isNaN(rig.output[2]));
    }
}
