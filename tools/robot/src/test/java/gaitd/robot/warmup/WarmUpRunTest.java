package gaitd.robot.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.GaitSettings;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpRunTest {
    private static final int TICKS = 6_000;

    @Test
    void walksFaultsRecoversSitsAndWalksAgain() {
        practises(Config.defaults());
    }

    @Test
    void practisesTicksByPackets() {
        practises(new Config.Builder()
                .set(ChoiceSetting.SCHEDULE, Schedule.PACKETS, "test")
                .conclude());
        practises(new Config.Builder()
                .set(ChoiceSetting.SCHEDULE, Schedule.PACKETS, "test")
                .set(Setting.RT_SPIN_US, 50, "test")
                .conclude());
    }

    @Test
    void practisesAPolicyThatAdapts() throws IOException {
        final Config adapts = new Config.Builder()
                .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "test")
                .conclude();
        final Bundle bundle = Bundle.open(
                BundleStore.read(Path.of("../../policies/trained/a1-stage1-ep-ltc.zip")),
                Trust.ANYBODY,
                PolicyFit.robot(adapts),
                PolicyFit.CELLS);
        final Config config = GaitSettings.taken(adapts, bundle.manifest());
        practises(config, List.of(PolicyFit.of(bundle, config)));
    }

    private static void practises(final Config config) {
        practises(config, List.of());
    }

    private static void practises(final Config config, final List<PolicyFit> policies) {
        boolean rested = false;
        try (WarmUpRun run = new WarmUpRun(config, policies)) {
            for (int i = 0; i < TICKS; i++) {
                run.tick();
                rested |= run.faults() == 1 && run.sat();
            }
            assertEquals(1, run.faults());
            assertTrue(rested);
            assertTrue(run.walking());
            assertEquals(TICKS, run.ticks());
        }
    }
}
