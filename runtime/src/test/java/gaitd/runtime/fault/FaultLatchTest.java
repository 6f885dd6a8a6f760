package gaitd.runtime.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultLatchTest {
    private final FaultLatch latch = new FaultLatch();

    @Test
    void keepsTheFirstFaultWithItsValue() {
        latch.trip(Fault.TILT, -1, 51);
        latch.trip(Fault.JOINT_SPEED, 3, 29);
        assertEquals(Fault.TILT, latch.first());
        assertEquals(51, latch.value());
        assertEquals(1 << Fault.TILT.ordinal() | 1 << Fault.JOINT_SPEED.ordinal(), latch.bits());
    }

    @Test
    void staysUntilClearedInATickWithoutTrouble() {
        latch.trip(Fault.TILT, -1, 51);
        assertFalse(latch.clear());
        latch.beginTick();
        assertTrue(latch.isTripped());
        assertTrue(latch.clear());
        assertFalse(latch.isTripped());
        assertEquals(Fault.NONE, latch.first());
    }
}
