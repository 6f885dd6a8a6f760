package gaitd.policies.learn;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges that parameters of some names are clamped to: time constants above 0, conductances and capacitances not below 0. Applied
 * after every optimiser step; allocates nothing.
 */
final class ParameterBounds {
    private static final float TAU_MIN = 0.2f;
    private static final float TAU_MAX = 5;
    private static final float CAPACITY_MIN = 0.05f;
    private static final float CONDUCTANCE_MAX = 100;

    private final List<Bound> bounds = new ArrayList<>();

    private record Bound(int from, int to, float min, float max) {}

    ParameterBounds(final ParameterLayout layout) {
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            switch (slice.name()) {
                case "tau" -> add(slice, TAU_MIN, TAU_MAX);
                case "cm" -> add(slice, CAPACITY_MIN, CONDUCTANCE_MAX);
                case "gleak", "w", "sensory_w" -> add(slice, 0, CONDUCTANCE_MAX);
                default -> {
                    // may be any number
                }
            }
        }
    }

    private void add(final Slice slice, final float min, final float max) {
        bounds.add(new Bound(slice.offset(), slice.offset() + slice.size(), min, max));
    }

    void impose(final float[] parameters) {
        for (int i = 0; i < bounds.size(); i++) {
            final Bound bound = bounds.get(i);
            for (int k = bound.from; k < bound.to; k++) {
                parameters[k] = Math.clamp(parameters[k], bound.min, bound.max);
            }
        }
    }
}
