package gaitd.lab.policyplot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {
    private static final double[] STEPS = {1, 2, 5, 10};

    private Ticks() {}

    /**
     * Multiples of 1, 2 or 5 times a power of ten.
     *
     * @param low least
     * @param high greatest, above low
     * @param most how many at most, 2 or more
     * @return rising
     */
    static List<Double> linear(final double low, final double high, final int most) {
        final double coarse = (high - low) / most;
        final double power = StrictMath.pow(10, Math.floor(StrictMath.log10(coarse)));
        double step = power;
        for (final double factor : STEPS) {
            step = factor * power;
            if (step >= coarse) {
                break;
            }
        }
        final List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /**
     * A number with few digits.
     *
     * @param value any
     * @return three digits that count, without zeros behind
     */
    static String text(final double value) {
        if (!Double.isFinite(value) || Math.abs(value) < 1e-12) {
            return value == 0 || Double.isFinite(value) ? "0" : Double.toString(value);
        }
        final BigDecimal digits = new BigDecimal(value);
        final int scale = 2 - (digits.precision() - digits.scale() - 1);
        return digits.setScale(scale, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '\u2212');
    }

    /**
     * A time with its unit.
     *
     * @param seconds above 0
     * @return in ms below 1 s, else in s
     */
    static String seconds(final double seconds) {
        return seconds < 1 ? text(1000 * seconds) + " ms" : text(seconds) + " s";
    }
}
