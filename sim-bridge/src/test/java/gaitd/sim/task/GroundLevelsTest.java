package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GroundLevelsTest {
    private static final double AT_LEVEL = 0.25;
    private static final double BELOW = 0.2499;

    private final GroundLevels levels = new GroundLevels(new int[] {11, 1}, 0.5);

    private int after(final boolean fell, final double askedM, final double wentM) {
        levels.draw(0, AT_LEVEL, 0);
        levels.ended(0, fell, askedM, wentM);
        return levels.draw(0, AT_LEVEL, 0);
    }

    @Test
    void successRaisesAndFailureLowers() {
        assertEquals(5, levels.draw(0, AT_LEVEL, 0));
        assertEquals(0.5, levels.share(0));
        assertEquals(6, after(false, 4, 3));
        assertEquals(5, after(true, 4, 4));
        assertEquals(4, after(false, 4, 1.99));
    }

    @Test
    void betweenTheTwoNothingChanges() {
        assertEquals(5, after(false, 4, 2));
        assertEquals(5, after(false, 4, 2.99));
    }

    @Test
    void whoWasHardlyAskedToMoveProvesNothingButByFalling() {
        assertEquals(5, after(false, 0.99, 0.99));
        assertEquals(5, after(false, 0.99, 0));
        assertEquals(4, after(true, 0.1, 0.1));
    }

    @Test
    void staysWithinItsLevels() {
        for (int i = 0; i < 20; i++) {
            after(false, 4, 4);
        }
        assertEquals(10, levels.draw(0, AT_LEVEL, 0));
        assertEquals(1, levels.share(0));
        for (int i = 0; i < 20; i++) {
            after(true, 4, 4);
        }
        assertEquals(0, levels.draw(0, AT_LEVEL, 0));
        levels.draw(1, AT_LEVEL, 0);
        levels.ended(1, false, 4, 4);
        assertEquals(0, levels.draw(1, AT_LEVEL, 0));
    }

    @Test
    void episodesBelowCountForNothing() {
        assertEquals(2, levels.draw(0, BELOW, 0.4));
        levels.ended(0, true, 4, 0);
        assertEquals(5, levels.draw(0, AT_LEVEL, 0));
        assertEquals(5, levels.draw(0, BELOW, 0.999));
    }

    /** What was reached after the last reset is reached again by replaying. */
    @Test
    void aCheckpointHoldsTheLevelsOfTheLastReset() throws IOException {
        after(false, 4, 4);
        levels.reset();
        after(false, 4, 4);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        levels.write(new DataOutputStream(out));
        final GroundLevels other = new GroundLevels(new int[] {11, 1}, 0);
        other.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        assertEquals(6, other.draw(0, AT_LEVEL, 0));
        assertEquals(7, levels.draw(0, AT_LEVEL, 0));
    }
}
