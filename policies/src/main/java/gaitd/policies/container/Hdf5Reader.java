package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.graph.GraphBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Datasets of an HDF5 file of the oldest format version, which h5py writes unless it is told otherwise: groups as symbol tables,
 * float numbers of 2, 4 or 8 bytes, lowest byte first, in one piece. Datasets of other types are passed over.
 *
 * <p>At most {@value #OBJECTS_MAX} blocks are visited and {@value #DEPTH_MAX} levels, so that links in a circle end.
 *
 * <p>Source: HDF5 File Format Specification 3.0.
 */
final class Hdf5Reader {
    static final int OBJECTS_MAX = 100_000;
    static final int DEPTH_MAX = 50;

    private static final int ROOT_ENTRY = 56;
    private static final int OFFSETS_AT = 13;
    private static final int ENTRY_BYTES = 40;
    private static final int TREE = 0x45455254;
    private static final int LEAF = 0x444f4e53;
    private static final int HEAP = 0x50414548;
    private static final int DATASPACE = 1;
    private static final int DATATYPE = 3;
    private static final int LAYOUT = 8;
    private static final int CONTINUATION = 16;
    private static final int SYMBOL_TABLE = 17;
    private static final int FLOAT_CLASS = 1;
    private static final int LAYOUT_VERSION = 3;
    private static final int COMPACT = 0;
    private static final int CONTIGUOUS = 1;

    private final ByteBuffer file;
    private final Map<String, Tensor> datasets = new LinkedHashMap<>();
    private int visited;
    private long numbers;

    /** What an object's header says. */
    private static final class Header {
        long tree = -1;
        long heap;
        int[] shape;
        int width;
        long dataAt = -1;
        long dataBytes;
        boolean chunked;
    }

    private Hdf5Reader(final byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Datasets by their paths, without the first slash. */
    static Map<String, Tensor> read(final byte[] bytes) {
        final Hdf5Reader reader = new Hdf5Reader(bytes);
        try {
            final int version = bytes[8];
            if (version != 0 || bytes[OFFSETS_AT] != Long.BYTES || bytes[OFFSETS_AT + 1] != Long.BYTES) {
                throw new BundleException(
                        "HDF5: superblock version %d, expected 0 with addresses of 8 bytes: save with libver='earliest'"
                                .formatted(version));
            }
            reader.object("", reader.file.getLong(ROOT_ENTRY + Long.BYTES), 0);
        } catch (final IndexOutOfBoundsException e) {
            throw new BundleException("HDF5: an address leads out of the file: is it cut off or damaged?");
        }
        return reader.datasets;
    }

    private void visit(final int depth) {
        if (++visited > OBJECTS_MAX || depth > DEPTH_MAX) {
            throw new BundleException("HDF5: groups within groups without end");
        }
    }

    private static int index(final long at) {
        if (at < 0 || at > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return (int) at;
    }

    private void object(final String path, final long address, final int depth) {
        visit(depth);
        final int at = index(address);
        if (file.get(at) != 1) {
            throw new BundleException(
                    "HDF5: '%s' has a header of version %d, expected 1".formatted(path, file.get(at)));
        }
        final Header header = new Header();
        messages(header, at + 16L, Integer.toUnsignedLong(file.getInt(at + 8)), depth);
        if (header.tree >= 0) {
            tree(path, header.tree, header.heap, depth + 1);
        } else if (header.shape != null && header.width > 0) {
            datasets.put(path, dataset(path, header));
        }
    }

    private void messages(final Header header, final long from, final long bytes, final int depth) {
        visit(depth);
        long at = from;
        while (at + 8 <= from + bytes) {
            final int place = index(at);
            final int type = Short.toUnsignedInt(file.getShort(place));
            final int size = Short.toUnsignedInt(file.getShort(place + 2));
            final int data = place + 8;
            switch (type) {
                case DATASPACE -> header.shape = shape(data);
                case DATATYPE -> header.width = width(data);
                case LAYOUT -> layout(header, data);
                case SYMBOL_TABLE -> {
                    header.tree = file.getLong(data);
                    header.heap = file.getLong(data + Long.BYTES);
                }
                case CONTINUATION -> messages(header, file.getLong(data), file.getLong(data + Long.BYTES), depth + 1);
                default -> {
                    // attributes, times, fill values: not needed
                }
            }
            at = data + (long) size;
            visit(depth);
        }
    }

    private int[] shape(final int at) {
        final int version = file.get(at);
        final int rank = file.get(at + 1);
        if (version < 1 || version > 2 || rank < 0 || rank > 8) {
            throw new BundleException("HDF5: a dataspace of version %d with %d dimensions".formatted(version, rank));
        }
        final int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = index(file.getLong(at + (version == 1 ? 8 : 4) + i * Long.BYTES));
        }
        return shape;
    }

    /** Bytes of a number, 0 when the type is no float with the lowest byte first. */
    private int width(final int at) {
        final int size = file.getInt(at + 4);
        final boolean known = size == 2 || size == Float.BYTES || size == Double.BYTES;
        return (file.get(at) & 15) == FLOAT_CLASS && (file.get(at + 1) & 1) == 0 && known ? size : 0;
    }

    private void layout(final Header header, final int at) {
        if (file.get(at) != LAYOUT_VERSION) {
            throw new BundleException(
                    "HDF5: data with a layout of version %d, expected %d".formatted(file.get(at), LAYOUT_VERSION));
        }
        final int kind = file.get(at + 1);
        header.chunked = kind != COMPACT && kind != CONTIGUOUS;
        if (kind == COMPACT) {
            header.dataAt = at + 4L;
            header.dataBytes = Short.toUnsignedLong(file.getShort(at + 2));
        } else if (kind == CONTIGUOUS) {
            header.dataAt = file.getLong(at + 2);
            header.dataBytes = file.getLong(at + 10);
        }
    }

    private Tensor dataset(final String path, final Header header) {
        if (header.chunked) {
            throw new BundleException(
                    "HDF5: dataset '%s' is in chunks, expected one piece without compression".formatted(path));
        }
        long count = 1;
        for (final int size : header.shape) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        numbers += count;
        if (header.dataBytes != count * header.width
                || header.dataAt < 0
                || header.dataAt > file.capacity() - header.dataBytes
                || numbers > GraphBuilder.NUMBERS_MAX) {
            throw new BundleException("HDF5: dataset '%s' has %d bytes, its shape needs %d within the file"
                    .formatted(path, header.dataBytes, count * header.width));
        }
        final double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            final int at = (int) header.dataAt + i * header.width;
            values[i] = header.width == 2
                    ? Float.float16ToFloat(file.getShort(at))
                    : header.width == Float.BYTES ? file.getFloat(at) : file.getDouble(at);
        }
        return new Tensor(path, header.shape, values);
    }

    private void tree(final String path, final long address, final long heap, final int depth) {
        visit(depth);
        final int at = index(address);
        expect(at, TREE, "a tree of groups");
        final int level = file.get(at + 5);
        final int used = Short.toUnsignedInt(file.getShort(at + 6));
        for (int i = 0; i < used; i++) {
            final long child = file.getLong(at + 24 + Long.BYTES * (2 * i + 1));
            if (level > 0) {
                tree(path, child, heap, depth + 1);
            } else {
                leaf(path, index(child), index(heap), depth + 1);
            }
        }
    }

    private void leaf(final String path, final int at, final int heap, final int depth) {
        visit(depth);
        expect(at, LEAF, "a table of links");
        expect(heap, HEAP, "a heap of names");
        final long names = file.getLong(heap + 24);
        final int count = Short.toUnsignedInt(file.getShort(at + 6));
        for (int i = 0; i < count; i++) {
            final int entry = at + 8 + i * ENTRY_BYTES;
            final String name = name(index(names + file.getLong(entry)));
            object(path.isEmpty() ? name : path + "/" + name, file.getLong(entry + Long.BYTES), depth + 1);
        }
    }

    private void expect(final int at, final int signature, final String what) {
        if (file.getInt(at) != signature) {
            throw new BundleException("HDF5: at byte %d there is not %s".formatted(at, what));
        }
    }

    private String name(final int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        if (end - at > 1000) {
            throw new BundleException("HDF5: a name of %d bytes".formatted(end - at));
        }
        return new String(file.array(), at, end - at, StandardCharsets.UTF_8);
    }
}
