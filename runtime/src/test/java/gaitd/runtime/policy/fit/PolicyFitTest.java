package gaitd.runtime.policy.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyFitTest {
    private final Config config = Config.defaults();

    private PolicyFit fit(final ActedSignal... acted) {
        final Bundle bundle =
                LtcBundle.open(LtcBundle.files(config, List.of(ObservedSignal.COMMAND), List.of(acted)), config);
        return PolicyFit.of(bundle, config);
    }

    @Test
    void refusesByNameWhatDoesNotGoWithTheWalk() {
        final String line = assertThrows(
                        BundleException.class, () -> fit(ActedSignal.JOINT_TARGET, ActedSignal.JOINT_OFFSET))
                .getMessage();
        assertTrue(line.contains("[[action]]: joint_target"), line);
        assertTrue(line.contains("joint_offset, "), line);
        assertFalse(line.contains("\n"), line);
    }

    @ParameterizedTest
    @EnumSource(ActedSignal.class)
    void takesEachAlone(final ActedSignal signal) {
        final PolicyFit fit = fit(signal);
        assertNotSame(fit.create(), fit.create());
        assertEquals("small-ltc", fit.bundle().manifest().name());
    }

    @Test
    void refusesAnotherRateOfTheLoop() {
        final BundleFiles files =
                LtcBundle.files(config, List.of(ObservedSignal.COMMAND), List.of(ActedSignal.JOINT_OFFSET));
        final Config slower =
                new Config.Builder().set(Setting.RATE_HZ, 400, "test").conclude();
        final String line = assertThrows(BundleException.class, () -> LtcBundle.open(files, slower))
                .getMessage();
        assertTrue(line.contains("tick_hz: 500.0, the control loop runs at 400.0"), line);
    }

    @Test
    void aNetworkThatSeesAllThereIsWalks() {
        final Rig rig = new Rig(config, () -> 0, LtcBundle.policy(config));
        rig.walk();
        final TickFrame frame = rig.run(3);
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(0, frame.get(TickField.POLICY_FAULT));
        assertEquals(1, frame.real(TickField.POLICY_SHARE, 0));
        double sum = 0;
        for (int i = 0; i < TickField.POLICY_INPUT.count; i++) {
            sum += Math.abs(frame.real(TickField.POLICY_INPUT, i));
        }
        assertTrue(sum > 1e-3, "it adds " + sum);
    }

    @Test
    void theLegsHaveTheGainsOfTheBundle() {
        final Config soft = new Config.Builder()
                .set(Setting.SWING_KP, 40, "test")
                .set(Setting.STANCE_KP, 40, "test")
                .conclude();
        final Rig rig = new Rig(soft, () -> 0, LtcBundle.policy(soft));
        rig.walk();
        final TickFrame frame = rig.run(1);
        for (int joint = 0; joint < TickField.KP_COMMAND.count; joint++) {
            assertEquals(60, frame.real(TickField.KP_COMMAND, joint), 1e-5);
            assertEquals(2, frame.real(TickField.KD_COMMAND, joint), 1e-6);
        }
    }

    @Test
    void refusesGainsBeyondTheLimits() {
        final BundleFiles files =
                LtcBundle.files(config, List.of(ObservedSignal.COMMAND), List.of(ActedSignal.JOINT_OFFSET));
        final Config weak = new Config.Builder()
                .set(Setting.KP_MAX, 59, "test")
                .set(Setting.SWING_KP, 40, "test")
                .set(Setting.STANCE_KP, 40, "test")
                .conclude();
        final String line = assertThrows(BundleException.class, () -> LtcBundle.open(files, weak))
                .getMessage();
        assertTrue(line.contains("kp_nm_rad") && line.contains("60") && line.contains("59"), line);
    }
}
