package gaitd.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sine and cosine against StrictMath. */
class TrigTest {
    @Test
    void agreesWithStrictMath() {
        final Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            final double x = random.nextGaussian() * Math.pow(10, 6 * random.nextDouble() - 2);
            assertEquals(StrictMath.sin(x), Trig.sin(x), 1e-15, "sin " + x);
            assertEquals(StrictMath.cos(x), Trig.cos(x), 1e-15, "cos " + x);
        }
    }

    @Test
    void bothOfSeveralAgreeWithStrictMath() {
        final Random random = new Random(9);
        final double[] angle = new double[13];
        final double[] sine = new double[13];
        final double[] cosine = new double[13];
        for (int i = 0; i < 20_000; i++) {
            for (int k = 0; k < 13; k++) {
                angle[k] = k < 9 ? 7 * random.nextGaussian() : (k - 11) * Math.PI / 2 * (1 + 1e-9 * random.nextInt(2));
            }
            Trig.sinCos(angle, sine, cosine);
            for (int k = 0; k < 13; k++) {
                assertEquals(StrictMath.sin(angle[k]), sine[k], 1e-15, "sin " + angle[k]);
                assertEquals(StrictMath.cos(angle[k]), cosine[k], 1e-15, "cos " + angle[k]);
            }
        }
    }

    @Test
    void keepsEdgesAndWhatIsNotFinite() {
        assertEquals(0, Trig.sin(0), 0);
        assertEquals(1, Trig.cos(0), 0);
        for (int n = -9; n < 10; n++) {
            final double x = n * Math.PI / 4;
            assertEquals(StrictMath.sin(x), Trig.sin(x), 3e-16);
            assertEquals(StrictMath.cos(x), Trig.cos(x), 3e-16);
        }
        assertTrue(Double.isNaN(Trig.sin(Double.NaN)) && Double.isNaN(Trig.cos(Double.POSITIVE_INFINITY)));
    }
}
