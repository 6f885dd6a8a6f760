package gaitd.policies.bundle;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code .safetensors}: 8 bytes of little-endian header length, a JSON header, then the numbers.
 *
 * <p>Stricter than the format: only F32 and F64, no empty tensor, at most {@value #TENSORS_MAX} tensors of at most
 * {@value #RANK_MAX} dimensions, a header of at most {@value #HEADER_MAX} bytes, the data without gap, overlap or
 * trailing bytes, every number finite. A damaged length or offset is refused before memory is taken for it.
 */
final class SafetensorsReader {
    static final int HEADER_MAX = 1 << 20;
    static final int TENSORS_MAX = 1000;
    static final int RANK_MAX = 4;
    static final int NAME_MAX = 200;

    private static final String METADATA = "__metadata__";
    private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");
    private static final int LENGTH_BYTES = 8;

    private final ByteBuffer file;
    private final Map<String, String> metadata = new LinkedHashMap<>();

    SafetensorsReader(final byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Entry {
        final String name;
        final int width;
        final int[] shape;
        final long begin;
        final long end;

        Entry(final String name, final int width, final int[] shape, final long begin, final long end) {
            this.name = name;
            this.width = width;
            this.shape = shape;
            this.begin = begin;
            this.end = end;
        }
    }

    Safetensors read() throws FormatException {
        final int size = file.capacity();
        if (size < LENGTH_BYTES + 2) {
            throw new FormatException(size + " bytes are too few for a safetensors file");
        }
        final long header = file.getLong(0);
        if (header < 2 || header > HEADER_MAX || header > size - LENGTH_BYTES) {
            throw new FormatException("header length %s, expected 2 to %d"
                    .formatted(Long.toUnsignedString(header), Math.min(HEADER_MAX, size - LENGTH_BYTES)));
        }
        final int dataAt = LENGTH_BYTES + (int) header;
        final List<Entry> entries = entries(file.slice(LENGTH_BYTES, (int) header));
        if (entries.isEmpty() || entries.size() > TENSORS_MAX) {
            throw new FormatException("%d tensors, expected 1 to %d".formatted(entries.size(), TENSORS_MAX));
        }
        entries.sort(Comparator.comparingLong(entry -> entry.begin));
        checkLayout(entries, size - dataAt);
        final List<Tensor> tensors = new ArrayList<>();
        for (final Entry entry : entries) {
            tensors.add(tensor(entry, dataAt + (int) entry.begin));
        }
        return new Safetensors(tensors, metadata);
    }

    private List<Entry> entries(final ByteBuffer header) throws FormatException {
        final String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        } catch (final CharacterCodingException e) {
            throw new FormatException("header is no text in UTF-8");
        }
        if (!(JsonReader.parse(text) instanceof final Map<?, ?> fields)) {
            throw new FormatException("header is no JSON object");
        }
        final List<Entry> entries = new ArrayList<>();
        for (final Map.Entry<?, ?> field : fields.entrySet()) {
            final String name = (String) field.getKey();
            if (name.equals(METADATA)) {
                readMetadata(field.getValue());
            } else {
                entries.add(entry(name, field.getValue()));
            }
        }
        return entries;
    }

    private void readMetadata(final Object value) throws FormatException {
        if (!(value instanceof final Map<?, ?> texts)) {
            throw new FormatException(METADATA + " is no object");
        }
        for (final Map.Entry<?, ?> text : texts.entrySet()) {
            if (!(text.getValue() instanceof final String given)) {
                throw new FormatException(METADATA + "." + text.getKey() + " is no text");
            }
            metadata.put((String) text.getKey(), given);
        }
    }

    private static Entry entry(final String name, final Object value) throws FormatException {
        final String where = "tensor '" + name + "'";
        if (name.isEmpty() || name.length() > NAME_MAX || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new FormatException(where + ": its name is not 1 to " + NAME_MAX + " plain characters");
        }
        if (!(value instanceof final Map<?, ?> fields) || !fields.keySet().equals(KEYS)) {
            throw new FormatException(where + ": expected exactly dtype, shape and data_offsets");
        }
        final int width = width(where, fields.get("dtype"));
        if (!(fields.get("shape") instanceof final List<?> sizes) || sizes.size() > RANK_MAX) {
            throw new FormatException(where + ": shape of at most " + RANK_MAX + " numbers expected");
        }
        if (!(fields.get("data_offsets") instanceof final List<?> offsets) || offsets.size() != 2) {
            throw new FormatException(where + ": data_offsets of 2 numbers expected");
        }
        final int[] shape = new int[sizes.size()];
        long bytes = width;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) whole(sizes.get(i), 1, where + ": shape");
            bytes *= shape[i];
            if (bytes > BundlePart.WEIGHTS.maxBytes) {
                throw new FormatException(where + ": shape " + sizes + " is too large");
            }
        }
        final long begin = whole(offsets.get(0), 0, where + ": data_offsets");
        final long end = whole(offsets.get(1), begin, where + ": data_offsets");
        if (end - begin != bytes) {
            throw new FormatException("%s: shape %s needs %d bytes, data_offsets %s give %d"
                    .formatted(where, Arrays.toString(shape), bytes, offsets, end - begin));
        }
        return new Entry(name, width, shape, begin, end);
    }

    private static int width(final String where, final Object dtype) throws FormatException {
        if ("F32".equals(dtype)) {
            return Float.BYTES;
        }
        if ("F64".equals(dtype)) {
            return Double.BYTES;
        }
        throw new FormatException(where + ": dtype " + dtype + ", expected F32 or F64");
    }

    private static long whole(final Object value, final long min, final String where) throws FormatException {
        if (value instanceof final Long number && number >= min && number <= BundlePart.WEIGHTS.maxBytes) {
            return number;
        }
        throw new FormatException("%s %s, expected a whole number from %d to %d"
                .formatted(where, value, min, BundlePart.WEIGHTS.maxBytes));
    }

    private static void checkLayout(final List<Entry> entries, final long dataBytes) throws FormatException {
        long at = 0;
        for (final Entry entry : entries) {
            if (entry.begin != at) {
                throw new FormatException("tensor '%s' begins at %d, expected %d (%s)"
                        .formatted(entry.name, entry.begin, at, entry.begin < at ? "overlap" : "gap"));
            }
            at = entry.end;
        }
        if (at != dataBytes) {
            throw new FormatException(
                    "the tensors have %d bytes, the file has %d after its header".formatted(at, dataBytes));
        }
    }

    private Tensor tensor(final Entry entry, final int at) throws FormatException {
        final double[] values = new double[(int) (entry.end - entry.begin) / entry.width];
        for (int i = 0; i < values.length; i++) {
            values[i] = entry.width == Float.BYTES
                    ? file.getFloat(at + i * Float.BYTES)
                    : file.getDouble(at + i * Double.BYTES);
            if (!Double.isFinite(values[i])) {
                throw new FormatException(
                        "tensor '%s' value %d is %s, expected a finite number".formatted(entry.name, i, values[i]));
            }
        }
        return new Tensor(entry.name, entry.shape, values);
    }
}
