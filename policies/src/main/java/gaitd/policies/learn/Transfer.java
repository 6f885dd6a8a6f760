package gaitd.policies.learn;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import java.util.Arrays;

/**
 * Parameters of a network with more inputs or outputs from those of a smaller one: what both have is copied, what is new is 0, so that it
 * computes the same until it learns.
 */
final class Transfer {
    private Transfer() {}

    /**
     * Copies.
     *
     * @param small layout of the smaller network
     * @param from its parameters
     * @param large layout of the larger network, of the same kind and hidden sizes
     * @param to written
     * @throws IllegalArgumentException when the networks are of different kinds or the larger one is not larger
     */
    static void copy(final ParameterLayout small, final float[] from, final ParameterLayout large, final float[] to) {
        for (int i = 0; i < large.count(); i++) {
            final Slice wide = large.slice(i);
            final Slice narrow = small.slice(wide.name());
            if (narrow.rows() > wide.rows() || narrow.cols() > wide.cols()) {
                throw new IllegalArgumentException("%s is %d x %d in the earlier network and %d x %d in this one"
                        .formatted(wide.name(), narrow.rows(), narrow.cols(), wide.rows(), wide.cols()));
            }
            for (int row = 0; row < wide.rows(); row++) {
                for (int col = 0; col < wide.cols(); col++) {
                    final boolean known = row < narrow.rows() && col < narrow.cols();
                    to[wide.offset() + row * wide.cols() + col] =
                            known ? from[narrow.offset() + row * narrow.cols() + col] : 0;
                }
            }
        }
    }

    /**
     * Which parameters of the larger network {@link #copy} takes from the smaller one.
     *
     * @param small layout of the smaller network
     * @param large layout of the larger network, of the same kind and hidden sizes
     * @param known set to true where it does; left alone elsewhere
     */
    static void mark(final ParameterLayout small, final ParameterLayout large, final boolean[] known) {
        for (int i = 0; i < large.count(); i++) {
            final Slice wide = large.slice(i);
            final Slice narrow = small.slice(wide.name());
            for (int row = 0; row < narrow.rows(); row++) {
                final int at = wide.offset() + row * wide.cols();
                Arrays.fill(known, at, at + narrow.cols(), true);
            }
        }
    }
}
