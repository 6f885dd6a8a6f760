package gaitd.runtime.policy.fit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.Posture;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionLimitsTest {
    private static final double[] POSE = {0.1, 0.8, -1.5, -0.1, 0.8, -1.5, 0, 1, -1.8, 0, 1, -1.8};

    private final Config config = Config.defaults();

    private Manifest manifest(final List<Channel<ActedSignal>> actions) {
        return new Manifest(
                "legs",
                PolicyFit.robot(config).joints(),
                50,
                500,
                List.of(),
                actions,
                Posture.uniform(25, 0.5, POSE),
                Manifest.ANY_GAIT,
                null,
                null);
    }

    private void check(final Channel<ActedSignal> action) {
        ActionLimits.check(manifest(List.of(action)), config);
    }

    private static Channel<ActedSignal> moved(
            final Channel<ActedSignal> from, final int value, final double min, final double max) {
        final double[] mins = from.min();
        final double[] maxs = from.max();
        mins[value] += min;
        maxs[value] += max;
        return new Channel<>(from.signal(), from.scale(), from.offset(), mins, maxs);
    }

    private String refusal(final Channel<ActedSignal> action) {
        final String line =
                assertThrows(BundleException.class, () -> check(action)).getMessage();
        assertFalse(line.contains("\n"), line);
        return line;
    }

    /** Just inside and just outside, at every joint, at both ends. */
    @Test
    void aJointAimedBeyondItsRangeIsNamedWithBoth() {
        final Channel<ActedSignal> widest = ActionLimits.widest(ActedSignal.JOINT_TARGET, POSE, config);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final Channel<ActedSignal> inside = moved(widest, joint, 1e-6, -1e-6);
            assertDoesNotThrow(() -> check(inside));
            for (final Channel<ActedSignal> outside :
                    List.of(moved(widest, joint, -1e-6, 0), moved(widest, joint, 0, 1e-6))) {
                final String line = refusal(outside);
                assertTrue(line.contains(A1.jointName(joint)), line);
                assertTrue(line.contains("policy.target_max_rad = 1"), line);
            }
        }
    }

    @Test
    void theWidestTargetsAreTheJointsRangeAndTheSetting() {
        final Channel<ActedSignal> widest = ActionLimits.widest(ActedSignal.JOINT_TARGET, POSE, config);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(Math.max(-1, A1.positionMinRad(joint) - POSE[joint]), widest.min()[joint], 1e-12);
            assertEquals(Math.min(1, A1.positionMaxRad(joint) - POSE[joint]), widest.max()[joint], 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ActedSignal.class,
            names = {
                "JOINT_OFFSET",
                "OSCILLATOR_AMPLITUDE_OFFSET",
                "OSCILLATOR_FREQUENCY_OFFSET",
                "OSCILLATOR_HEADING_OFFSET"
            })
    void anAdditionBeyondItsSettingIsRefused(final ActedSignal signal) {
        final Channel<ActedSignal> widest = ActionLimits.widest(signal, POSE, config);
        assertDoesNotThrow(() -> check(widest));
        for (int i = 0; i < signal.size; i++) {
            assertTrue(refusal(moved(widest, i, -1e-6, 0)).contains("policy."));
            assertTrue(refusal(moved(widest, i, 0, 1e-6)).contains(signal.key()));
        }
    }

    private static final List<String> RESTS = List.of("oscillator", "residual", "ground");

    @ParameterizedTest
    @EnumSource(ObservedSignal.class)
    void whatRestsIsNotObservedByAPolicyThatMovesTheLegsAlone(final ObservedSignal signal) {
        final Manifest manifest = new Manifest(
                "legs",
                PolicyFit.robot(config).joints(),
                50,
                500,
                List.of(Channel.uniform(signal, signal.size(12, 1), 1, -1, 1)),
                List.of(ActionLimits.widest(ActedSignal.JOINT_TARGET, POSE, config)),
                Posture.uniform(25, 0.5, POSE),
                Manifest.ANY_GAIT,
                null,
                null);
        if (RESTS.stream().anyMatch(signal.key()::startsWith)) {
            final String line = assertThrows(BundleException.class, () -> ActionLimits.check(manifest, config))
                    .getMessage();
            assertTrue(line.contains(signal.key() + " rests while joint_target moves the legs"), line);
        } else {
            assertDoesNotThrow(() -> ActionLimits.check(manifest, config));
        }
    }

    @Test
    void theOwnersSettingDecides() {
        final Config tight = new Config.Builder()
                .set(Setting.POLICY_TARGET_MAX_RAD, 0.5, "test")
                .conclude();
        final Manifest wide = manifest(List.of(ActionLimits.widest(ActedSignal.JOINT_TARGET, POSE, config)));
        assertThrows(BundleException.class, () -> ActionLimits.check(wide, tight));
        ActionLimits.check(manifest(List.of(ActionLimits.widest(ActedSignal.JOINT_TARGET, POSE, tight))), tight);
    }
}
