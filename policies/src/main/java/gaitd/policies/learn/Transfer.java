package gaitd.policies.learn;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/**
 * Parameters of a network with more inputs or outputs from those of a smaller one of the same kind: what both have is copied, what is new
 * begins where it changes nothing, so that the larger one computes the same until it learns.
 *
 * <p>Inputs are the first sources of a slice that has any, so in one that joins inputs and state the state's rows move.
 */
final class Transfer {
    private Transfer() {}

    /**
     * Copies.
     *
     * @param small the smaller network
     * @param from its parameters
     * @param large the larger network, of the same kind and hidden sizes
     * @param to holds initial parameters; written
     * @throws IllegalArgumentException when the networks are of different kinds or the larger one is not larger
     */
    static void copy(final Net small, final float[] from, final Net large, final float[] to) {
        final int[] places = places(small, large);
        final ParameterLayout layout = large.layout();
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            if (large.growsFromZero(slice)) {
                Arrays.fill(to, slice.offset(), slice.offset() + slice.size(), 0);
            }
        }
        for (int i = 0; i < places.length; i++) {
            to[places[i]] = from[i];
        }
    }

    /**
     * Which parameters of the larger network {@link #copy} takes from the smaller one.
     *
     * @param small the smaller network
     * @param large the larger network
     * @param known set to true where it does; left alone elsewhere
     */
    static void mark(final Net small, final Net large, final boolean[] known) {
        for (final int place : places(small, large)) {
            known[place] = true;
        }
    }

    /** Index in the larger network of each parameter of the smaller one. */
    private static int[] places(final Net small, final Net large) {
        final int[] places = new int[small.layout().size()];
        for (int i = 0; i < large.layout().count(); i++) {
            final Slice wide = large.layout().slice(i);
            place(small, small.layout().slice(wide.name()), large, wide, places);
        }
        return places;
    }

    private static void place(
            final Net small, final Slice narrow, final Net large, final Slice wide, final int[] places) {
        final Synapses from = small.pattern(narrow);
        final Synapses to = large.pattern(wide);
        final int more = to.sources() - from.sources();
        final boolean grows = more != 0;
        if (from.targets() > to.targets() || more < 0 || (grows && more != large.inputs() - small.inputs())) {
            throw new IllegalArgumentException(
                    "%s leads from %d to %d in the earlier network and from %d to %d in this one"
                            .formatted(wide.name(), from.sources(), from.targets(), to.sources(), to.targets()));
        }
        final int[] index = new int[to.sources() * to.targets()];
        Arrays.fill(index, -1);
        for (int k = 0; k < to.count(); k++) {
            index[to.source(k) * to.targets() + to.target(k)] = k;
        }
        for (int k = 0; k < from.count(); k++) {
            final int source = from.source(k) + (grows && from.source(k) >= small.inputs() ? more : 0);
            final int at = index[source * to.targets() + from.target(k)];
            if (at < 0) {
                throw new IllegalArgumentException(
                        "%s has a synapse from %d to %d in the earlier network and none in this one, whose wiring is another"
                                .formatted(wide.name(), from.source(k), from.target(k)));
            }
            places[narrow.offset() + k] = wide.offset() + at;
        }
    }
}
