package gaitd.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerFunctionTest {
    @Test
    void agreesWithStrictMath() {
        final Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            final double base = StrictMath.exp(20 * random.nextDouble() - 10);
            final double exponent = 20 * random.nextDouble() - 10;
            final double expected = StrictMath.pow(base, exponent);
            assertEquals(expected, Power.of(base, exponent), 1e-13 * expected, () -> base + " to " + exponent);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 3, -8",
        "-2, 2, 4",
        "-2, -1, -0.5",
        "-2, 0.5, NaN",
        "0, 2, 0",
        "0, -1, Infinity",
        "5, 0, 1",
        "NaN, 0, 1",
        "NaN, 1, NaN",
        "2, Infinity, Infinity",
        "1, 7, 1",
        "-1, 1001, -1"
    })
    void signsZerosAndWhatIsNoNumber(final double base, final double exponent, final double expected) {
        final double power = Power.of(base, exponent);
        assertTrue(
                Double.compare(expected, power) == 0 || Math.abs(power - expected) <= 1e-14 * Math.abs(expected),
                () -> power + " for " + expected);
    }

    @Test
    void allocatesNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        double sum = 0;
        for (int round = 0; round < 5; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 1; i <= 100_000; i++) {
                sum += Power.of(i, -0.2) + Power.of(-i, 3);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "sum " + sum);
    }
}
