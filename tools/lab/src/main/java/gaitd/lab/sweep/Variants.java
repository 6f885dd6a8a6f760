package gaitd.lab.sweep;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.ConfigException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The variants that a sweep tries. */
final class Variants {
    /** Most that there may be. */
    static final int MAX = 10_000;

    private static final int DRAWS_EACH = 100;

    private Variants() {}

    /**
     * Every combination.
     *
     * @param axes with values to choose from
     * @return the last axis changes first
     * @throws ConfigException in one line when there are too many
     */
    static List<Variant> grid(final List<Axis> axes) {
        List<Variant> all = List.of(new Variant(new LinkedHashMap<>()));
        for (final Axis axis : axes) {
            if ((long) all.size() * axis.values().size() > MAX) {
                throw new ConfigException("--grid: more than " + MAX + " combinations; take fewer values, or --random");
            }
            final List<Variant> longer = new ArrayList<>();
            for (final Variant variant : all) {
                for (final String value : axis.values()) {
                    final LinkedHashMap<String, String> values = new LinkedHashMap<>(variant.values());
                    values.put(axis.key(), value);
                    longer.add(new Variant(values));
                }
            }
            all = longer;
        }
        return all;
    }

    /**
     * Some that are drawn, no two alike.
     *
     * @param axes what is drawn from
     * @param count how many
     * @param seed decides which
     * @return in the order in which they were drawn
     * @throws ConfigException in one line when there are not as many
     */
    static List<Variant> random(final List<Axis> axes, final int count, final long seed) {
        final RandomStream random = new RandomStream(seed);
        final List<Variant> all = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        for (long draw = 0; draw < (long) count * DRAWS_EACH && all.size() < count; draw++) {
            final LinkedHashMap<String, String> values = new LinkedHashMap<>();
            axes.forEach(axis -> values.put(axis.key(), axis.draw(random)));
            final Variant variant = new Variant(values);
            if (seen.add(variant.text())) {
                all.add(variant);
            }
        }
        if (all.size() < count) {
            throw new ConfigException(
                    "--random %d: of these ranges only %d different trials were found; give a smaller number, or --grid"
                            .formatted(count, all.size()));
        }
        return all;
    }
}
