package gaitd.bench.ep;

import java.util.Arrays;
import java.util.List;

/**
 * A line of a picture.
 *
 * @param name what it shows
 * @param x places, rising
 * @param y a value for each place
 */
public record Curve(String name, List<Double> x, List<Double> y) {
    /** Takes copies. */
    static Curve of(final String name, final double[] x, final double[] y) {
        return new Curve(
                name,
                Arrays.stream(x).boxed().toList(),
                Arrays.stream(y).boxed().toList());
    }
}
