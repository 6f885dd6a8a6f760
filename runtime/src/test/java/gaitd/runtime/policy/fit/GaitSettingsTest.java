package gaitd.runtime.policy.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GaitSettingsTest {
    private final Config defaults = Config.defaults();
    private final Bundle bundle = LtcBundle.open(
            LtcBundle.files(defaults, List.of(ObservedSignal.COMMAND), List.of(ActedSignal.JOINT_OFFSET)), defaults);

    private Manifest manifest(final Map<String, Double> gait) {
        final Manifest all = bundle.manifest();
        return new Manifest(
                all.name(),
                all.joints(),
                all.policyHz(),
                all.tickHz(),
                all.observations(),
                all.actions(),
                all.posture(),
                new TreeMap<>(gait),
                all.cell(),
                all.provenance());
    }

    private static String refusal(final Config config, final Manifest manifest) {
        final String line = assertThrows(BundleException.class, () -> GaitSettings.taken(config, manifest))
                .getMessage();
        assertFalse(line.contains("\n"), line);
        return line;
    }

    @Test
    void takesWhatNobodyGaveAndKeepsTheRest() {
        final Config given = new Config.Builder()
                .set(Setting.KP_MAX, 100, "robot.toml:1")
                .set(Setting.HEIGHT_M, 0.28, "robot.toml:2")
                .set(RangeSetting.PAYLOAD_KG, 0, 2, "robot.toml:3")
                .conclude();
        final Config taken =
                GaitSettings.taken(given, manifest(Map.of("clearance_m", 0.09, "height_m", 0.28, "stance_x_m", -0.04)));
        assertEquals(0.09, taken.get(Setting.CLEARANCE_M));
        assertEquals(-0.04, taken.get(Setting.STANCE_X_M));
        assertEquals("policy small-ltc", taken.origin(Setting.STANCE_X_M));
        assertEquals("robot.toml:2", taken.origin(Setting.HEIGHT_M));
        assertEquals(100, taken.get(Setting.KP_MAX));
        assertEquals("robot.toml:1", taken.origin(Setting.KP_MAX));
        assertEquals(2, taken.high(RangeSetting.PAYLOAD_KG));
        assertEquals(defaults.get(Setting.POSTURE_KP), taken.get(Setting.POSTURE_KP));
    }

    @Test
    void aPolicyForAnyWalkChangesNothing() {
        final Config taken = GaitSettings.taken(defaults, manifest(Manifest.ANY_GAIT));
        for (final Setting setting : Setting.values()) {
            assertEquals(defaults.get(setting), taken.get(setting), setting.key);
            assertEquals("default", taken.origin(setting), setting.key);
        }
    }

    @Test
    void refusesWhatSomebodyGaveOtherwise() {
        final Config given = new Config.Builder()
                .set(Setting.CLEARANCE_M, 0.05, "robot.toml:7")
                .conclude();
        final String line = refusal(given, manifest(Map.of("clearance_m", 0.09)));
        assertTrue(
                line.contains("trained with gait.clearance_m = 0.09, here it is 0.05 (robot.toml:7); leave these"),
                line);
    }

    @Test
    void refusesTheSettingsOfAnotherPolicy() {
        final Config first = GaitSettings.taken(defaults, manifest(Map.of("clearance_m", 0.09)));
        final String line = refusal(first, manifest(Map.of("clearance_m", 0.07)));
        assertTrue(line.contains("here it is 0.09 (policy small-ltc)"), line);
    }

    @Test
    void refusesWhatIsNoSettingOfTheWalk() {
        assertTrue(refusal(defaults, manifest(Map.of("clearence_m", 0.09))).contains("'clearence_m' is no setting"));
        assertTrue(refusal(defaults, manifest(Map.of("vx_max_m_s", 1.5))).contains("'vx_max_m_s' is no setting"));
    }

    @Test
    void refusesWhatIsOutOfRangeOrContradictsItself() {
        assertTrue(refusal(defaults, manifest(Map.of("height_m", 0.5))).contains("out of range: expected 0.2 to 0.33"));
        assertTrue(refusal(defaults, manifest(Map.of("height_m", 0.28, "clearance_m", 0.155)))
                .contains("must be at most 0.55"));
    }

    @Test
    void writesTheWholeWalkAndNothingOfTheOwners() {
        final Map<String, Double> gait = GaitSettings.of(defaults);
        assertEquals(defaults.get(Setting.POSTURE_KD), gait.get("posture_kd_nms_rad"));
        assertFalse(gait.containsKey("yaw_max_rad_s"));
        assertEquals(
                Manifest.ANY_GAIT.size(),
                gait.keySet().stream().filter(key -> key.contains(".")).count());
        final Config taken = GaitSettings.taken(defaults, manifest(gait));
        assertEquals(defaults.get(Setting.CLEARANCE_M), taken.get(Setting.CLEARANCE_M));
    }

    @Test
    void aFitIsMadeOnlyForTheWalkOfTheTraining() {
        final Bundle tall =
                new Bundle(manifest(Map.of("height_m", 0.3)), bundle.tensors(), bundle.golden(), bundle.sha256(), null);
        assertThrows(BundleException.class, () -> PolicyFit.of(tall, defaults));
        assertEquals(
                tall,
                PolicyFit.of(tall, GaitSettings.taken(defaults, tall.manifest()))
                        .bundle());
    }
}
