package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state dictionary in an .npz of NumPy: one array a tensor, named as PyTorch names it, floats of 2, 4 or 8 bytes. */
public final class NpzFile {
    private static final String SUFFIX = ".npy";
    private static final int MAGIC_BYTES = 6;
    private static final int RANK_MAX = 8;
    private static final Pattern TYPE = Pattern.compile("'descr': *'<f([248])'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *False");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    private NpzFile() {}

    /**
     * Reads all arrays.
     *
     * @param file the whole file
     * @return tensors by the names of the arrays
     * @throws BundleException when an array is of another type, naming it
     */
    public static Safetensors read(final byte[] file) {
        final ZipEntries zip = new ZipEntries(file);
        final List<Tensor> tensors = new ArrayList<>();
        for (final String name : zip.names()) {
            if (!name.endsWith(SUFFIX)) {
                throw new BundleException("entry '" + name + "' is no array, expected names that end in " + SUFFIX);
            }
            tensors.add(array(name.substring(0, name.length() - SUFFIX.length()), zip.read(name)));
        }
        return new Safetensors(tensors, Map.of());
    }

    private static Tensor array(final String name, final byte[] content) {
        final ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        final boolean start =
                content.length > MAGIC_BYTES + Short.BYTES + Integer.BYTES && FileKind.of(content) == FileKind.NPY;
        final int version = start ? content[MAGIC_BYTES] : 0;
        if (version < 1 || version > 3) {
            throw problem(name, "is no array of version 1 to 3");
        }
        final int at = MAGIC_BYTES + 2 + (version == 1 ? Short.BYTES : Integer.BYTES);
        final long header =
                version == 1 ? Short.toUnsignedLong(bytes.getShort(MAGIC_BYTES + 2)) : bytes.getInt(MAGIC_BYTES + 2);
        if (header < 0 || at + header > content.length) {
            throw problem(name, "has a header of %d bytes".formatted(header));
        }
        final String text = new String(content, at, (int) header, StandardCharsets.UTF_8);
        final Matcher type = TYPE.matcher(text);
        final Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !shape.find() || !ORDER.matcher(text).find()) {
            throw problem(
                    name, "is described by %s, expected floats of 2, 4 or 8 bytes in C order".formatted(text.strip()));
        }
        final int width = Integer.parseInt(type.group(1));
        final int[] sizes = sizes(name, shape.group(1));
        long count = 1;
        for (final int size : sizes) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        final int from = at + (int) header;
        if (count * width != content.length - from) {
            throw problem(name, "has %d bytes, its shape needs %d".formatted(content.length - from, count * width));
        }
        final double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            final int place = from + i * width;
            values[i] = width == 2
                    ? Float.float16ToFloat(bytes.getShort(place))
                    : width == Float.BYTES ? bytes.getFloat(place) : bytes.getDouble(place);
        }
        return new Tensor(name, sizes, values);
    }

    private static int[] sizes(final String name, final String text) {
        final List<Integer> sizes = new ArrayList<>();
        for (final String part : text.split(",", RANK_MAX + 2)) {
            final String size = part.strip();
            if (!size.isEmpty()) {
                if (!size.matches("[0-9]{1,9}") || sizes.size() == RANK_MAX) {
                    throw problem(name, "has the shape (" + text + ")");
                }
                sizes.add(Integer.valueOf(size));
            }
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static BundleException problem(final String name, final String what) {
        return new BundleException("array '" + name + "' " + what);
    }
}
