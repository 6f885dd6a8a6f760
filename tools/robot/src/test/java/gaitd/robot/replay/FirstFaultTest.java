package gaitd.robot.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;

class FirstFaultTest {
    private final FirstFault first = new FirstFault();

    private static TickFrame frame(final long ms, final Fault fault) {
        final TickFrame frame = new TickFrame();
        frame.put(TickField.TICK, ms / 2);
        frame.put(TickField.SCHEDULED_NS, ms * 1_000_000);
        frame.put(TickField.FAULT, fault.ordinal());
        return frame;
    }

    private void look(final long ms, final Fault recorded, final Fault replayed) {
        first.look(frame(ms, recorded), frame(ms, replayed));
    }

    @Test
    void noneIsAsNone() {
        look(0, Fault.NONE, Fault.NONE);
        assertTrue(first.same());
        assertEquals("", first.text());
    }

    @Test
    void theSameFaultMayBeFiftyMillisecondsLater() {
        look(100, Fault.TILT, Fault.NONE);
        assertFalse(first.same(), "not yet");
        look(150, Fault.TILT, Fault.TILT);
        assertTrue(first.same());
        assertEquals("first fault: recorded TILT in tick 50, replayed TILT in tick 75", first.text());
    }

    @Test
    void orSooner() {
        look(100, Fault.NONE, Fault.TILT);
        look(150, Fault.TILT, Fault.POWER);
        assertTrue(first.same());
    }

    @Test
    void notMore() {
        look(100, Fault.TILT, Fault.NONE);
        look(152, Fault.TILT, Fault.TILT);
        assertFalse(first.same());
    }

    @Test
    void anotherIsAnother() {
        look(100, Fault.TILT, Fault.POWER);
        assertFalse(first.same());
    }
}
