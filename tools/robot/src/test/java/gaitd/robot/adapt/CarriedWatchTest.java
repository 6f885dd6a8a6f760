package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarriedWatchTest {
    private static final double PERIOD_S = 0.002;
    /** Ticks of 0.15 s. */
    private static final int TICKS = 75;

    private final CarriedWatch watch = new CarriedWatch();
    private final TickFrame frame = new TickFrame();

    private boolean ticks(final int count, final Mode mode, final int contacts) {
        boolean carried = false;
        frame.put(TickField.MODE, mode.ordinal());
        frame.put(TickField.CONTACT_BITS, contacts);
        for (int i = 0; i < count; i++) {
            carried |= watch.isCarried(frame, PERIOD_S);
        }
        return carried;
    }

    @Test
    void noFootOnTheGroundForLonger() {
        assertFalse(ticks(TICKS - 1, Mode.WALK, 0));
        assertTrue(ticks(2, Mode.WALK, 0));
        assertFalse(ticks(1, Mode.WALK, 0b0100), "one foot is down again");
    }

    @Test
    void flightPhasesAddUpToNothing() {
        for (int i = 0; i < 10; i++) {
            assertFalse(ticks(TICKS - 1, Mode.WALK, 0));
            assertFalse(ticks(1, Mode.WALK, 1 << i % 4));
        }
    }

    @Test
    void aRobotThatDoesNotWalkMayHang() {
        assertFalse(ticks(10 * TICKS, Mode.STAND, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"AIRBORNE", "FREE_FALL", "OFF_FEET"})
    void aGuardSaysSo(final Fault fault) {
        frame.put(TickField.FAULT_BITS, fault.bit());
        assertTrue(ticks(1, Mode.STAND, 0b1111));
        frame.put(TickField.FAULT_BITS, Fault.TEMPERATURE_WARM.bit());
        assertFalse(ticks(1, Mode.WALK, 0b1111));
    }
}
