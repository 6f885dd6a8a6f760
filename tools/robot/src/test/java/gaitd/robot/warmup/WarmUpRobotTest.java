package gaitd.robot.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.FaultText;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.ScenarioLoop;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpRobotTest {
    private long nowNs;

    /** Else a warm-up run would compile what happens after a fault in place of walking. */
    @ParameterizedTest
    @ValueSource(ints = {200, 500, 1000})
    void walksWithoutAFault(final int rateHz) {
        final Config config =
                new Config.Builder().set(Setting.RATE_HZ, rateHz, "test").conclude();
        final RunPlan plan = new RunPlan(20, 0.3, 0, 0.2, Gait.TROT, false);
        final ScenarioLoop core =
                new ScenarioLoop(plan, config, new WarmUpRobot(config.periodNs() * 1e-9), () -> nowNs, () -> 0);
        final TickTiming timing = new TickTiming(() -> nowNs);
        TickFrame frame = null;
        for (int i = 0; i < 15 * rateHz; i++) {
            timing.scheduledNs = nowNs;
            timing.startedNs = nowNs;
            core.loop.tick(timing);
            timing.tick++;
            nowNs += config.periodNs();
            frame = core.reader.poll();
            core.scenario.update(frame);
            assertEquals(0, frame.get(TickField.FAULT_BITS), FaultText.describe(frame));
        }
        assertEquals(Mode.WALK.ordinal(), frame.get(TickField.MODE));
    }
}
