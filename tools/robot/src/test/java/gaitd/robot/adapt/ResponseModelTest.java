package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.RandomStream;
import org.junit.jupiter.api.Test;

/** The model against a reward that is known. */
class ResponseModelTest {
    private static final int SIZE = 4;
    private static final double[] BEST = {0.2, -0.1, 0, 0.25};
    private static final double[] ZERO = new double[SIZE];
    private static final double NOISE = 0.02;

    private static double reward(final double[] place) {
        double sum = 0.8;
        for (int i = 0; i < SIZE; i++) {
            sum -= (place[i] - BEST[i]) * (place[i] - BEST[i]);
        }
        return sum;
    }

    private static ResponseModel seen(final int samples, final long seed, final double drift) {
        final RandomStream random = new RandomStream(seed);
        final ResponseModel model = new ResponseModel(SIZE, SIZE / 2);
        double shared = 0;
        for (int n = 0; n < samples; n++) {
            final double[] place = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                place[i] = 0.1 * random.nextGaussian();
            }
            shared += 0.3 * (drift * random.nextGaussian() - shared);
            model.add(place, reward(place) + shared + NOISE * random.nextGaussian(), n > 0);
        }
        model.fit();
        return model;
    }

    @Test
    void findsWhatABetterPlaceGains() {
        final double truth = reward(BEST) - reward(ZERO);
        final ResponseModel model = seen(600, 1, 0);
        assertEquals(truth, model.gain(BEST, ZERO), 0.2 * truth);
        assertEquals(-model.gain(BEST, ZERO), model.gain(ZERO, BEST), 1e-12);
        assertEquals(0, model.doubt(BEST, BEST));
        assertEquals(599, model.samples());
    }

    @Test
    void doubtHoldsTheTruthAndShrinksWithSamples() {
        final double[] near = {0.05, -0.05, 0.05, 0.05};
        final double truth = reward(near) - reward(ZERO);
        int held = 0;
        for (int seed = 0; seed < 40; seed++) {
            final ResponseModel model = seen(100, seed, 0);
            held += Math.abs(model.gain(near, ZERO) - truth) < 2 * model.doubt(near, ZERO) ? 1 : 0;
        }
        assertTrue(held >= 34, held + " of 40 within two deviations");
        assertTrue(
                seen(400, 1, 0).doubt(near, ZERO) < 0.7 * seen(100, 1, 0).doubt(near, ZERO), "four times the samples");
    }

    @Test
    void knowsNothingOfNothing() {
        final ResponseModel model = new ResponseModel(SIZE, SIZE / 2);
        model.fit();
        assertEquals(0, model.gain(BEST, ZERO));
        assertTrue(model.doubt(BEST, ZERO) > 0);
    }

    @Test
    void slowDisturbancesHideLittle() {
        final double truth = reward(BEST) - reward(ZERO);
        assertEquals(truth, seen(600, 2, 0.05).gain(BEST, ZERO), 0.3 * truth);
    }
}
