package gaitd.policies.cell;

import java.util.Arrays;

/**
 * Names and places of a cell's parameters in one flat array without gaps.
 *
 * <p>A matrix has one row a source and one column a target (the transpose of a PyTorch linear layer). Parameters of a sparse
 * pattern have one row and one column a synapse, in the order of {@link gaitd.policies.kernel.Synapses}. Immutable.
 */
public final class ParameterLayout {
    /**
     * One named slice.
     *
     * @param name unique in its layout
     * @param rows 1 or more
     * @param cols 1 or more
     * @param offset index of its first element
     */
    public record Slice(String name, int rows, int cols, int offset) {
        /**
         * Its length.
         *
         * @return rows times columns
         */
        public int size() {
            return rows * cols;
        }
    }

    private final Slice[] slices;
    private final int size;

    private ParameterLayout(final Slice[] slices, final int size) {
        this.slices = slices;
        this.size = size;
    }

    /**
     * Length of the flat array.
     *
     * @return elements
     */
    public int size() {
        return size;
    }

    /**
     * Number of slices.
     *
     * @return 0 or more
     */
    public int count() {
        return slices.length;
    }

    /**
     * A slice by its place.
     *
     * @param index from 0
     * @return the slice
     */
    public Slice slice(final int index) {
        return slices[index];
    }

    /**
     * A slice by its name; not for the tick.
     *
     * @param name its name
     * @return the slice
     * @throws IllegalArgumentException when there is none; the message lists all names
     */
    public Slice slice(final String name) {
        for (final Slice slice : slices) {
            if (slice.name().equals(name)) {
                return slice;
            }
        }
        final StringBuilder names = new StringBuilder();
        for (final Slice slice : slices) {
            names.append(' ').append(slice.name());
        }
        throw new IllegalArgumentException("no parameter " + name + ", there are:" + names);
    }

    /** Collects slices one behind the other. */
    public static final class Builder {
        private Slice[] slices = new Slice[0];
        private int size;

        /**
         * Adds a slice.
         *
         * @param name unique in the layout
         * @param rows 1 or more
         * @param cols 1 or more
         * @return index of its first element
         * @throws IllegalArgumentException when the name is there already
         * @throws ArithmeticException when all slices together are longer than an array can be
         */
        public int add(final String name, final int rows, final int cols) {
            for (final Slice slice : slices) {
                if (slice.name().equals(name)) {
                    throw new IllegalArgumentException("two parameters " + name);
                }
            }
            final int offset = size;
            slices = Arrays.copyOf(slices, slices.length + 1);
            slices[slices.length - 1] = new Slice(name, rows, cols, offset);
            size = Math.addExact(size, Math.multiplyExact(rows, cols));
            return offset;
        }

        /** Adds all slices of another layout and returns the offset of its first. */
        int addAll(final String prefix, final ParameterLayout layout) {
            final int offset = size;
            for (int i = 0; i < layout.count(); i++) {
                final Slice slice = layout.slice(i);
                add(prefix + slice.name(), slice.rows(), slice.cols());
            }
            return offset;
        }

        /**
         * The layout of all slices so far.
         *
         * @return the layout
         */
        public ParameterLayout build() {
            return new ParameterLayout(slices, size);
        }
    }
}
