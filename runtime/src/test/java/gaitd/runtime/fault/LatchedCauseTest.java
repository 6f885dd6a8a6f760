package gaitd.runtime.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told as the first cause, and what is left of it when it is cleared. */
class LatchedCauseTest {
    private final FaultLatch latch = new FaultLatch();

    /** One of each reaction, from the gentlest to the strongest. */
    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE_WARM,BOARD_TEMPERATURE,false",
        "TEMPERATURE_WARM,TEMPERATURE_DERATED,true",
        "TEMPERATURE_DERATED,TEMPERATURE_WARM,false",
        "TEMPERATURE_DERATED,AIRBORNE,true",
        "AIRBORNE,TEMPERATURE,false",
        "AIRBORNE,TILT,false",
        "TEMPERATURE,TILT,false",
        "TILT,TEMPERATURE_WARM,false"
    })
    void aStrongerFaultIsTheCauseWhereTheFirstLetTheRobotWalkOn(
            final Fault first, final Fault second, final boolean replaced) {
        latch.beginTick(5, 3);
        latch.trip(first, 7, 1.5);
        latch.beginTick(6, 4);
        latch.trip(second, 8, 2.5);
        assertEquals(replaced ? second : first, latch.first());
        assertEquals(replaced ? 8 : 7, latch.joint());
        assertEquals(replaced ? 2.5 : 1.5, latch.value());
        assertEquals(replaced ? 6 : 5, latch.tick());
        assertEquals(replaced ? 4 : 3, latch.modeOrdinal());
        assertEquals(first.bit() | second.bit(), latch.bits());
        assertEquals(first.reaction.atLeast(second.reaction) ? first.reaction : second.reaction, latch.reaction());
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyFaultIsLatchedUntilItIsCleared(final Fault fault) {
        latch.beginTick(5, 3);
        latch.trip(fault, 7, 1.5);
        assertTrue(latch.has(fault));
        assertEquals(fault, latch.first());
        assertEquals(fault.reaction, latch.reaction());
        assertFalse(latch.clear(), "its cause is there");
        assertEquals(fault, latch.first());
        latch.beginTick(6, 3);
        assertTrue(latch.clear());
        assertFalse(latch.has(fault));
        assertFalse(latch.isTripped());
        assertEquals(Fault.NONE, latch.first());
        assertEquals(Reaction.NONE, latch.reaction());
        assertEquals(-1, latch.joint());
        assertEquals(0, latch.value());
        assertEquals(-1, latch.tick());
        assertEquals(0, latch.modeOrdinal());
        assertEquals(0, latch.bits());
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aGuardThatIsOffDoesNotKeepOthersFromTripping(final Fault off) {
        final FaultLatch partly = new FaultLatch(off.bit());
        assertEquals(off.bit(), partly.offBits());
        for (final Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                partly.trip(fault, -1, 1);
                assertEquals(fault != off, partly.has(fault));
            }
        }
        assertFalse(partly.clear());
    }

    @Test
    void aLatchHasEveryGuardOn() {
        assertEquals(0, latch.offBits());
        assertFalse(latch.isTripped());
        assertTrue(latch.clear());
    }

    @Test
    void everyFaultHasABitOfItsOwnAndAPersonIsToldWhatToDo() {
        long bits = 0;
        for (final Fault fault : Fault.values()) {
            assertEquals(0, bits & fault.bit(), fault.name());
            bits |= fault.bit();
            assertEquals(fault == Fault.NONE, fault.remedy.isEmpty(), fault.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReactionIsAsStrongAsItselfAndThoseBeforeIt(final Reaction reaction) {
        for (final Reaction other : Reaction.values()) {
            assertEquals(reaction.compareTo(other) >= 0, reaction.atLeast(other));
        }
    }
}
