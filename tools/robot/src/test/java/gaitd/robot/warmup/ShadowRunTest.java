package gaitd.robot.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowRunTest {
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

    private static void practises(final Config config) {
        boolean rested = false;
        try (ShadowRun shadow = new ShadowRun(config, List.of())) {
            for (int i = 0; i < TICKS; i++) {
                shadow.tick();
                rested |= shadow.faults() == 1 && shadow.sat();
            }
            assertEquals(1, shadow.faults());
            assertTrue(rested);
            assertTrue(shadow.walking());
            assertEquals(TICKS, shadow.ticks());
        }
    }
}
