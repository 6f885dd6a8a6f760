package gaitd.bench.ep;

import gaitd.policies.cell.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike two gradients are in one group of parameters.
 *
 * @param group name of the slice
 * @param cosine of the angle between them; not a number when one is 0
 * @param ratio length of the first over that of the second
 */
public record Likeness(String group, double cosine, double ratio) {
    /**
     * Compares group by group.
     *
     * @param layout the groups
     * @param got first gradient
     * @param wanted second gradient
     * @return in the order of the layout
     */
    public static List<Likeness> groups(final ParameterLayout layout, final double[] got, final double[] wanted) {
        final List<Likeness> all = new ArrayList<>();
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            all.add(of(slice.name(), got, wanted, slice.offset(), slice.size()));
        }
        return all;
    }

    /**
     * Compares one group.
     *
     * @param layout the groups
     * @param name of one of them
     * @param got first gradient
     * @param wanted second gradient
     * @return of this group
     */
    public static Likeness of(
            final ParameterLayout layout, final String name, final double[] got, final double[] wanted) {
        final ParameterLayout.Slice slice = layout.slice(name);
        return of(name, got, wanted, slice.offset(), slice.size());
    }

    private static Likeness of(
            final String name, final double[] got, final double[] wanted, final int at, final int n) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = at; i < at + n; i++) {
            both += got[i] * wanted[i];
            first += got[i] * got[i];
            second += wanted[i] * wanted[i];
        }
        return new Likeness(name, both / Math.sqrt(first * second), Math.sqrt(first / second));
    }
}
