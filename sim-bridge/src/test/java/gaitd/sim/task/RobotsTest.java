package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of grounds, hardness over training, commands. */
class RobotsTest {
    @Test
    void groundsAreSharedOut() {
        final GroundPlan most = new GroundPlan("tiles:{h}", 0.06, 7, 3, 24, false, new double[] {1, 1, 1}, 1);
        final GroundPlan few = GroundPlan.only("flat");
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 1, 1}, GroundPlan.spread(List.of(most, few), 8));
        assertArrayEquals(new int[] {0}, GroundPlan.spread(List.of(most, few), 1));
    }

    @Test
    void hardnessRisesBetweenItsEnds() {
        final Curriculum curriculum = new Curriculum(0.2, 0.6, 0.5, false, 0);
        assertEquals(0, curriculum.hardness(0.1, 1));
        assertEquals(0.5, curriculum.hardness(0.4, 1), 1e-12);
        assertEquals(0.25, curriculum.hardness(0.4, 0), 1e-12);
        assertEquals(1, curriculum.hardness(0.9, 1));
        assertEquals(1, new Curriculum(0, 0, 0, false, 0).hardness(0, 1));
    }

    @Test
    void actionsBeyondTheirRangeAreCountedAndChangesAreNot() {
        final LearnerAction given = new LearnerAction(1, 2);
        given.use(new float[] {9, 9, 3, 0.5f});
        final float[] output = new float[2];
        given.step(new float[0], 1, output);
        assertArrayEquals(new float[] {3, 0.5f}, output);
        assertEquals(4, given.excessSquare());
        assertEquals(1.25, given.changeSquare());
        given.step(new float[0], 1, output);
        assertEquals(0, given.changeSquare());
        given.reset();
        assertTrue(given.last[0] == 0 && given.last[1] == 0);
    }
}
