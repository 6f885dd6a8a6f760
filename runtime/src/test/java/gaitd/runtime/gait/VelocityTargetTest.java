package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import org.junit.jupiter.api.Test;

class VelocityTargetTest {
    private final VelocityTarget target = new VelocityTarget(Config.defaults());
    private final OperatorCommand wish = new OperatorCommand();

    private void run(final double seconds) {
        for (int i = 0; i < Math.round(seconds / 0.002); i++) {
            target.update(wish, true, 1);
        }
    }

    @Test
    void acceleratesNoFasterThanAllowed() {
        wish.vx = 0.6;
        run(0.5);
        assertEquals(0.4, target.vx(), 1e-9);
        run(0.5);
        assertEquals(0.6, target.vx(), 1e-9);
    }

    @Test
    void holdsTheWishInsideItsRange() {
        wish.vx = 9;
        wish.vy = -9;
        wish.yawRate = 9;
        run(5);
        assertEquals(0.8, target.vx(), 1e-9);
        assertEquals(-0.4, target.vy(), 1e-9);
        assertEquals(1.0, target.yawRate(), 1e-9);
    }

    @Test
    void slowsDownWhenTheWishIsNotANumber() {
        wish.vx = 0.4;
        run(1);
        wish.vx = Double.NaN;
        run(1);
        assertEquals(0, target.vx(), 1e-9);
    }

    @Test
    void restsAtOnceWhenTheRobotDoesNotWalk() {
        wish.vx = 0.4;
        run(1);
        target.update(wish, false, 1);
        assertEquals(0, target.vx());
    }
}
