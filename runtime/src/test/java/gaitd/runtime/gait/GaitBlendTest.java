package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import org.junit.jupiter.api.Test;

class GaitBlendTest {
    private final GaitBlend blend = new GaitBlend(0.002, 1);

    @Test
    void movesToTheChosenGaitWithoutAJump() {
        blend.choose(Gait.WALK);
        double before = blend.dutyFactor();
        for (int i = 0; i < 1000; i++) {
            blend.update();
            assertTrue(Math.abs(blend.dutyFactor() - before) <= 0.15 * 0.002 + 1e-12);
            before = blend.dutyFactor();
        }
        assertEquals(Gait.WALK.dutyFactor(), blend.dutyFactor(), 1e-12);
        assertEquals(Gait.WALK.frequencyHz(), blend.frequencyHz(), 1e-12);
    }

    @Test
    void takesTheChosenGaitAtOnceWhenTheRobotDoesNotWalk() {
        blend.choose(Gait.BOUND);
        blend.settle();
        assertEquals(Gait.BOUND.dutyFactor(), blend.dutyFactor());
        assertEquals(Gait.BOUND.frequencyHz(), blend.frequencyHz());
    }

    @Test
    void aCadenceScalesTheRateOfEveryGait() {
        final GaitBlend quick = new GaitBlend(0.002, 1.3);
        assertEquals(1.3 * Gait.TROT.frequencyHz(), quick.frequencyHz());
        quick.choose(Gait.WALK);
        for (int i = 0; i < 1000; i++) {
            quick.update();
        }
        assertEquals(1.3 * Gait.WALK.frequencyHz(), quick.frequencyHz(), 1e-12);
        quick.choose(Gait.PACE);
        quick.settle();
        assertEquals(1.3 * Gait.PACE.frequencyHz(), quick.frequencyHz());
    }
}
