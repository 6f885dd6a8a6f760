package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.measure.PhysicsSums;
import gaitd.sim.measure.WalkSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reward of stage 1, whose weights and widths are known. */
class TrueRewardTest {
    private static final double STEP_S = 0.01;
    private static final int TICKS = 5;

    private final TrueReward reward = new TrueReward(A1Task.of("a1-stage1"), STEP_S, TICKS);
    private final WalkSample sample = new WalkSample();
    private final PhysicsSums sums = new PhysicsSums();

    @BeforeEach
    void begin() {
        sample.heightM = 0.27;
        sample.forwardMS = 0.3;
        reward.begin(sums);
    }

    /** Of a step, per second. */
    private double step(final double vx, final double vy, final double yawRate) {
        for (int tick = 1; tick < TICKS; tick++) {
            assertTrue(Double.isNaN(reward.tick(sample, sums, vx, vy, yawRate)), "no step ends with tick " + tick);
            sums.timeS += STEP_S / TICKS;
        }
        sums.timeS += STEP_S / TICKS;
        return reward.tick(sample, sums, vx, vy, yawRate) / STEP_S;
    }

    @Test
    void perfectTrackingAtNoCostIsOneASecond() {
        assertEquals(1, step(0.3, 0, 0), 1e-6);
        assertEquals(1, step(0.3, 0, 0), 1e-6, "and so is the next step");
    }

    @Test
    void eachVelocityCountsByItsOwnErrorWhicheverSide() {
        for (int side = -1; side <= 1; side += 2) {
            assertEquals(0.5 + 0.5 * Math.exp(-0.04 / 0.1), step(0.3 + side * 0.2, 0, 0), 1e-6);
            assertEquals(0.75 + 0.25 * Math.exp(-0.04 / 0.1), step(0.3, side * 0.2, 0), 1e-6);
            assertEquals(0.75 + 0.25 * Math.exp(-0.04 / 0.25), step(0.3, 0, side * 0.2), 1e-6);
        }
    }

    @Test
    void workOfTheStepAloneCosts() {
        sums.workJ = 100;
        reward.begin(sums);
        sums.workJ += 50 * STEP_S;
        assertEquals(1 - 0.0005 * 50, step(0.3, 0, 0), 1e-6);
        assertEquals(1, step(0.3, 0, 0), 1e-6);
    }
}
