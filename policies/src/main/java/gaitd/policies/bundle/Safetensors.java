package gaitd.policies.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A safetensors file: 8 bytes of header length, a JSON header, tensors row by row, all little-endian.
 *
 * <p>Takes float32 (F32) and float64 (F64) tensors. Refuses in one line: a header that does not fit, is not JSON or has fields it
 * should not have, tensors that overlap, leave gaps, lie outside the file or have another length than their shape, other
 * types, and values that are not finite. Immutable.
 */
public final class Safetensors {
    private static final int PREFIX = 8;
    private static final int HEADER_LIMIT = 1 << 20;
    private static final int DIMENSION_LIMIT = 8;
    private static final String METADATA = "__metadata__";

    private static final class Tensor {
        private final int[] shape;
        private final double[] values;

        Tensor(final int[] shape, final double[] values) {
            this.shape = shape;
            this.values = values;
        }
    }

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private Safetensors() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its tensors
     * @throws IOException when it cannot be read or has another format
     */
    public static Safetensors read(final Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            throw new FormatException(file + ": there is no such file");
        } catch (final FormatException e) {
            throw new FormatException(file + ": " + e.getMessage());
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param bytes all of them
     * @return its tensors
     * @throws FormatException when they have another format
     */
    public static Safetensors parse(final byte[] bytes) throws FormatException {
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < PREFIX) {
            throw new FormatException(bytes.length + " bytes are too few for safetensors");
        }
        final long header = buffer.getLong(0);
        if (header < 2 || header > HEADER_LIMIT || header > bytes.length - PREFIX) {
            throw new FormatException("header of " + Long.toUnsignedString(header) + " bytes in a file of "
                    + bytes.length + ": not safetensors, or cut off");
        }
        final Safetensors result = new Safetensors();
        result.readHeader(
                headerText(buffer.slice(PREFIX, (int) header)),
                buffer.slice(PREFIX + (int) header, bytes.length - PREFIX - (int) header)
                        .order(ByteOrder.LITTLE_ENDIAN));
        return result;
    }

    private static String headerText(final ByteBuffer bytes) throws FormatException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (final CharacterCodingException e) {
            throw new FormatException("header is not a text in UTF-8");
        }
    }

    private void readHeader(final String text, final ByteBuffer data) throws FormatException {
        if (!(JsonReader.parse(text) instanceof final Map<?, ?> header)) {
            throw new FormatException("header: expected a JSON object");
        }
        final SortedMap<Long, Long> ranges = new TreeMap<>();
        for (final Map.Entry<?, ?> entry : header.entrySet()) {
            final String name = (String) entry.getKey();
            if (name.equals(METADATA)) {
                readMetadata(entry.getValue());
            } else {
                tensors.put(name, tensor(name, entry.getValue(), data, ranges));
            }
        }
        long end = 0;
        for (final Map.Entry<Long, Long> range : ranges.entrySet()) {
            if (range.getKey() != end) {
                throw new FormatException("data from " + end + " to " + range.getKey() + ": gap or overlap");
            }
            end = range.getValue();
        }
        if (end != data.capacity()) {
            throw new FormatException("data of " + data.capacity() + " bytes, tensors of " + end);
        }
    }

    private void readMetadata(final Object value) throws FormatException {
        if (!(value instanceof final Map<?, ?> entries)) {
            throw new FormatException(METADATA + ": expected a JSON object");
        }
        for (final Map.Entry<?, ?> entry : entries.entrySet()) {
            if (!(entry.getValue() instanceof final String text)) {
                throw new FormatException(METADATA + ": " + entry.getKey() + ": expected a text");
            }
            metadata.put((String) entry.getKey(), text);
        }
    }

    private static Tensor tensor(
            final String name, final Object value, final ByteBuffer data, final SortedMap<Long, Long> ranges)
            throws FormatException {
        if (!(value instanceof final Map<?, ?> fields)
                || !fields.keySet().equals(Set.of("dtype", "shape", "data_offsets"))) {
            throw new FormatException(name + ": expected dtype, shape and data_offsets");
        }
        final int width = width(name, fields.get("dtype"));
        final long[] shape = wholes(name, "shape", fields.get("shape"));
        final long[] offsets = wholes(name, "data_offsets", fields.get("data_offsets"));
        if (offsets.length != 2 || offsets[0] >= offsets[1] || offsets[1] > data.capacity()) {
            throw new FormatException(
                    name + ": data_offsets: expected a range within " + data.capacity() + " bytes of data");
        }
        final long length = offsets[1] - offsets[0];
        if (length != bytesOf(name, shape, width)) {
            throw new FormatException(name + ": " + length + " bytes for its shape of width " + width);
        }
        if (ranges.put(offsets[0], offsets[1]) != null) {
            throw new FormatException(name + ": begins where another tensor does");
        }
        final double[] values = new double[(int) (length / width)];
        for (int i = 0; i < values.length; i++) {
            final int at = (int) offsets[0] + i * width;
            values[i] = width == Float.BYTES ? data.getFloat(at) : data.getDouble(at);
            if (!Double.isFinite(values[i])) {
                throw new FormatException(name + ": value " + i + " is " + values[i]);
            }
        }
        final int[] sizes = new int[shape.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (int) shape[i];
        }
        return new Tensor(sizes, values);
    }

    private static int width(final String name, final Object type) throws FormatException {
        if ("F32".equals(type)) {
            return Float.BYTES;
        }
        if ("F64".equals(type)) {
            return Double.BYTES;
        }
        throw new FormatException(name + ": dtype " + type + ": expected F32 or F64");
    }

    private static long bytesOf(final String name, final long[] shape, final int width) throws FormatException {
        long bytes = width;
        for (final long dimension : shape) {
            try {
                bytes = Math.multiplyExact(bytes, dimension);
            } catch (final ArithmeticException e) {
                throw new FormatException(name + ": shape is too large");
            }
        }
        return bytes;
    }

    private static long[] wholes(final String name, final String field, final Object value) throws FormatException {
        if (!(value instanceof final List<?> list) || list.size() > DIMENSION_LIMIT) {
            throw new FormatException(name + ": " + field + ": expected at most " + DIMENSION_LIMIT + " numbers");
        }
        final long[] wholes = new long[list.size()];
        for (int i = 0; i < wholes.length; i++) {
            if (!(list.get(i) instanceof final Long whole) || whole < 0) {
                throw new FormatException(name + ": " + field + ": expected whole numbers from 0");
            }
            wholes[i] = whole;
        }
        return wholes;
    }

    /**
     * Names of all tensors, in the header's order.
     *
     * @return a new list
     */
    public List<String> names() {
        return new ArrayList<>(tensors.keySet());
    }

    /**
     * Whether there is a tensor.
     *
     * @param name its name
     * @return true when there is
     */
    public boolean has(final String name) {
        return tensors.containsKey(name);
    }

    /**
     * Shape of a tensor.
     *
     * @param name its name
     * @return a new array, outermost dimension first
     * @throws FormatException when there is none
     */
    public int[] shape(final String name) throws FormatException {
        return tensor(name).shape.clone();
    }

    /**
     * Values of a tensor, row by row.
     *
     * @param name its name
     * @return a new array
     * @throws FormatException when there is none
     */
    public double[] values(final String name) throws FormatException {
        return tensor(name).values.clone();
    }

    private Tensor tensor(final String name) throws FormatException {
        final Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new FormatException("no tensor " + name + ", there are " + tensors.keySet());
        }
        return tensor;
    }

    /**
     * The free texts of the header.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> metadata() {
        return Map.copyOf(metadata);
    }
}
