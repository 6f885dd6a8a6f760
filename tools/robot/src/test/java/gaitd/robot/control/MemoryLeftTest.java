package gaitd.robot.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryLeftTest {
    @Test
    void isShortWhenLittleIsLeftAndNothingIsEverCollected() {
        assertTrue(new MemoryLeft(false, () -> 7L << 20).isShort());
        assertFalse(new MemoryLeft(false, () -> 9L << 20).isShort());
    }

    @Test
    void isNeverShortWhereACollectorRuns() {
        assertFalse(new MemoryLeft(true, () -> 0).isShort());
        assertFalse(new MemoryLeft().isShort());
    }
}
