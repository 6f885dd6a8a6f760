package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RolloutStorageTest {
    private static final double GAMMA = 0.9;
    private static final double LAMBDA = 0.8;

    /** Sum of discounted temporal differences, written out. */
    @Test
    void advantagesAreSumsOfDifferences() {
        final RolloutStorage rollout = new RolloutStorage(1, 3, 1, 1, 1, 0, 0);
        for (int i = 0; i < 3; i++) {
            rollout.reward[i] = i + 1;
            rollout.value[i] = 10 * i;
        }
        rollout.lastValue[0] = 7;
        rollout.computeReturns(GAMMA, LAMBDA);
        final double third = 3 + GAMMA * 7 - 20;
        final double second = 2 + GAMMA * 20 - 10;
        final double first = 1 + GAMMA * 10;
        final double decay = GAMMA * LAMBDA;
        assertEquals(first + decay * second + decay * decay * third, rollout.advantage[0], 1e-5);
        assertEquals(rollout.advantage[1] + 10, rollout.returns[1], 1e-5);
        assertEquals(third, rollout.advantage[2], 1e-5);
    }

    @Test
    void nothingIsEarnedBehindAnEndAndTheLastValueBehindACut() {
        final RolloutStorage rollout = new RolloutStorage(2, 2, 1, 1, 1, 0, 0);
        rollout.ended[0] = true;
        rollout.ended[1] = true;
        rollout.bootstrap[1] = 5;
        rollout.lastValue[0] = 100;
        rollout.lastValue[1] = 100;
        rollout.value[2] = 50;
        rollout.value[3] = 50;
        rollout.computeReturns(GAMMA, LAMBDA);
        assertEquals(0, rollout.advantage[0], 1e-6);
        assertEquals(GAMMA * 5, rollout.advantage[1], 1e-5);
    }

    @Test
    void standardisedAdvantagesHaveMeanZeroAndDeviationOne() {
        final RolloutStorage rollout = new RolloutStorage(4, 1, 1, 1, 1, 0, 0);
        for (int i = 0; i < 4; i++) {
            rollout.advantage[i] = 3 + i;
        }
        rollout.normaliseAdvantages();
        double sum = 0;
        double squares = 0;
        for (final float a : rollout.advantage) {
            sum += a;
            squares += a * a;
        }
        assertEquals(0, sum, 1e-5);
        assertEquals(4, squares, 1e-4);
    }
}
