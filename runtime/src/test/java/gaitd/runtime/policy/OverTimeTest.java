package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

/** Three steps in a row over 200 us take a policy off; its clock moves by what the fake network takes. */
class OverTimeTest {
    private final Config config = new Config.Builder()
            .set(Setting.POLICY_STEP_MAX_US, 200, "test")
            .set(Setting.POLICY_OVERRUNS_MAX, 3, "test")
            .conclude();
    private final FakeCell cell = FakeCell.offsets(0.1);
    private final Rig rig = new Rig(config, cell::clockNs, cell.policy(config));

    @Test
    void stepsInARowThatTakeTooLongEndIt() {
        rig.walk();
        cell.takesNs = 200_000;
        assertEquals(0, rig.run(1).get(TickField.POLICY_FAULT));
        cell.takesNs = 250_000;
        assertEquals(0, rig.run(0.02).get(TickField.POLICY_FAULT));
        final TickFrame frame = rig.run(1);
        assertEquals(PolicyFault.OVER_TIME.ordinal(), frame.get(TickField.POLICY_FAULT));
        assertEquals(250, frame.real(TickField.POLICY_FAULT_VALUE, 0));
        assertEquals(-1, frame.get(TickField.POLICY_FAULT_OUTPUT));
        assertEquals(0, frame.real(TickField.POLICY_SHARE, 0));
        assertEquals(Mode.WALK, Rig.mode(frame));
    }

    @Test
    void aLateStepNowAndThenIsForgiven() {
        rig.walk();
        for (int i = 0; i < 50; i++) {
            cell.takesNs = 10_000_000;
            rig.run(0.02);
            cell.takesNs = 0;
            rig.run(0.01);
        }
        assertEquals(0, rig.tick().get(TickField.POLICY_FAULT));
    }

    @Test
    void theFrameTellsHowLongAStepTook() {
        rig.walk();
        cell.takesNs = 123_000;
        long told = -1;
        for (int tick = 0; tick < FakeCell.TICKS_PER_STEP; tick++) {
            told = Math.max(told, rig.tick().get(TickField.POLICY_STEP_NS));
        }
        assertEquals(123_000, told);
    }
}
