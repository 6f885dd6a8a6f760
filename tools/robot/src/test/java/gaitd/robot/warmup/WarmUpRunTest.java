package gaitd.robot.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;
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

    private static void practises(final Config config) {
        boolean rested = false;
        try (WarmUpRun run = new WarmUpRun(config, List.of())) {
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
