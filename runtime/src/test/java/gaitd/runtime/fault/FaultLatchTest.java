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
        assertEquals(Fault.TILT.bit() | Fault.JOINT_SPEED.bit(), latch.bits());
    }

    @Test
    void staysUntilClearedInATickWithoutTrouble() {
        latch.trip(Fault.TILT, -1, 51);
        assertFalse(latch.clear());
        latch.beginTick(0, 0);
        assertTrue(latch.isTripped());
        assertTrue(latch.clear());
        assertFalse(latch.isTripped());
        assertEquals(Fault.NONE, latch.first());
    }

    @Test
    void aWarningDoesNotHideWhatComesAfterIt() {
        latch.beginTick(7, 3);
        latch.trip(Fault.TEMPERATURE_WARM, 2, 66);
        assertEquals(Reaction.WARN, latch.reaction());
        assertEquals(7, latch.tick());
        latch.beginTick(9, 4);
        latch.trip(Fault.STATE_STALE, -1, 61);
        assertEquals(Fault.STATE_STALE, latch.first());
        assertEquals(Reaction.DAMP, latch.reaction());
        assertEquals(9, latch.tick());
        assertEquals(4, latch.modeOrdinal());
        latch.beginTick(10, 5);
        latch.trip(Fault.TILT, -1, 70);
        assertEquals(Fault.STATE_STALE, latch.first());
        assertTrue(latch.has(Fault.TILT) && latch.has(Fault.TEMPERATURE_WARM) && !latch.has(Fault.POWER));
    }

    @Test
    void theStrongestReactionStaysWhenAGentlerFaultFollows() {
        latch.trip(Fault.TILT, -1, 51);
        latch.trip(Fault.AIRBORNE, -1, 1);
        assertEquals(Reaction.DAMP, latch.reaction());
        latch.beginTick(1, 0);
        assertTrue(latch.clear());
        assertEquals(Reaction.NONE, latch.reaction());
        assertEquals(-1, latch.tick());
    }

    @Test
    void aGuardThatIsOffNeverTrips() {
        final FaultLatch partly = new FaultLatch(Fault.TILT.bit());
        partly.trip(Fault.TILT, -1, 90);
        assertFalse(partly.isTripped());
        partly.trip(Fault.POWER, -1, 2000);
        assertTrue(partly.isTripped());
    }
}
