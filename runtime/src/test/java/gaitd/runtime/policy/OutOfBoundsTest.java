package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

/** Bounds are 0.2 rad to both sides, so a margin of half their width ends at 0.4 rad; 50 ms are five steps of 10 ms. */
class OutOfBoundsTest {
    private final Config config = new Config.Builder()
            .set(Setting.POLICY_BOUNDS_MARGIN, 0.5, "test")
            .set(Setting.POLICY_BOUNDS_MS, 50, "test")
            .conclude();
    private final FakeCell cell = FakeCell.offsets(0);
    private final Rig rig = new Rig(config, cell::clockNs, cell.policy(config));

    private static boolean tripped(final TickFrame frame) {
        return frame.get(TickField.POLICY_FAULT) == PolicyFault.OUT_OF_BOUNDS.ordinal();
    }

    @Test
    void withinTheMarginItIsClampedForGood() {
        rig.walk();
        cell.gives[5] = 0.39f;
        final TickFrame frame = rig.run(2);
        assertEquals(0, frame.get(TickField.POLICY_FAULT));
        assertEquals(0.2, frame.real(TickField.POLICY_INPUT, PolicyInput.OFFSET + 5), 1e-6);
    }

    @Test
    void beyondTheMarginForTooLongItIsTakenOff() {
        rig.walk();
        rig.run(1);
        cell.gives[5] = -0.5f;
        assertTrue(!tripped(rig.run(0.045)));
        TickFrame frame = rig.run(0.02);
        assertTrue(tripped(frame));
        assertEquals(5, frame.get(TickField.POLICY_FAULT_OUTPUT));
        assertEquals(0.75, frame.real(TickField.POLICY_FAULT_VALUE, 0), 1e-6);
        frame = rig.run(1);
        assertTrue(tripped(frame));
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(0, frame.real(TickField.POLICY_INPUT, PolicyInput.OFFSET + 5));
    }

    @Test
    void aShortExcursionIsForgiven() {
        rig.walk();
        for (int i = 0; i < 20; i++) {
            cell.gives[5] = 5;
            rig.run(0.04);
            cell.gives[5] = 0;
            rig.run(0.02);
        }
        assertEquals(0, rig.tick().get(TickField.POLICY_FAULT));
    }
}
