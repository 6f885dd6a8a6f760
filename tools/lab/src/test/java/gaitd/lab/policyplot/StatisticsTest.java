package gaitd.lab.policyplot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static double[] series(final int length, final IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }

    @Test
    void correlatesWithoutRegardToScale() {
        final double[] a = series(50, k -> Math.sin(0.3 * k));
        assertEquals(1, Statistics.correlation(a, series(50, k -> 5 + 3 * Math.sin(0.3 * k))), 1e-12);
        assertEquals(-1, Statistics.correlation(a, series(50, k -> -Math.sin(0.3 * k))), 1e-12);
        assertTrue(Double.isNaN(Statistics.correlation(a, series(50, k -> 2))));
    }

    @Test
    void measuresHowLongASeriesRemembers() {
        final Random random = new Random(5);
        final double[] leaky = new double[40_000];
        for (int k = 1; k < leaky.length; k++) {
            leaky[k] = leaky[k - 1] * Math.exp(-1 / 12.0) + random.nextGaussian();
        }
        assertEquals(12, Statistics.memorySteps(leaky), 1);
        assertTrue(Double.isNaN(Statistics.memorySteps(new double[30])));
    }

    @Test
    void findsTheDirectionInWhichSeriesVary() {
        final double[] slow = series(400, k -> 3 * Math.sin(2 * Math.PI * k / 100));
        final double[] fast = series(400, k -> Math.sin(2 * Math.PI * k / 10));
        final double[] mixed = series(400, k -> 7 + slow[k]);
        final Components components = new Components(new double[][] {slow, fast, mixed}, 3);
        assertEquals(18.0 / 19, components.share(0), 1e-6);
        assertEquals(1.0 / 19, components.share(1), 1e-6);
        assertEquals(0, components.share(2), 1e-6);
        assertEquals(1, Math.abs(Statistics.correlation(components.score(0), slow)), 1e-6);
    }

    @Test
    void ticksAreRoundAndShort() {
        assertEquals(List.of(0.0, 2.0, 4.0), Ticks.linear(-0.5, 5, 5));
        assertEquals("0.333", Ticks.text(1 / 3.0));
        assertEquals("\u22121200", Ticks.text(-1204));
        assertEquals("0", Ticks.text(1e-17));
        assertEquals("25 ms", Ticks.seconds(0.025));
        assertEquals("1.5 s", Ticks.seconds(1.5));
    }

    @Test
    void signsHaveColoursAndNoNumberIsGrey() {
        assertEquals(Color.WHITE, Shades.diverging(0));
        assertTrue(Shades.diverging(0.7).getBlue() > Shades.diverging(0.7).getRed());
        assertTrue(Shades.diverging(-0.7).getRed() > Shades.diverging(-0.7).getBlue());
        assertEquals(Shades.NONE, Shades.diverging(Double.NaN));
        assertEquals(Shades.sequential(1), Shades.sequential(3));
    }
}
