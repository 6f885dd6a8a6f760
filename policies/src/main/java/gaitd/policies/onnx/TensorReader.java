package gaitd.policies.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.onnx.OnnxGraph.Constant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one constant: numbers of any type, in fields of their own, as raw bytes or in another file. */
final class TensorReader {
    private static final int EXTERNAL = 1;
    private static final int FIRST_NUMBERS = 16;

    private final ExternalData external;
    private final Constant constant = new Constant();
    private final List<Long> dims = new ArrayList<>();
    private final Map<String, String> location = new HashMap<>();
    private double[] numbers = new double[FIRST_NUMBERS];
    private int count;
    private ByteString raw;
    private int type;
    private boolean outside;

    TensorReader(final ExternalData external) {
        this.external = external;
    }

    Constant read(final CodedInputStream in) throws IOException {
        OnnxReader.message(in, this::field);
        if (dims.size() > OnnxReader.RANK_MAX) {
            throw problem("has %d dimensions".formatted(dims.size()));
        }
        constant.shape = new int[dims.size()];
        for (int i = 0; i < constant.shape.length; i++) {
            if (dims.get(i) < 0 || dims.get(i) > Integer.MAX_VALUE) {
                throw problem("has the shape " + dims);
            }
            constant.shape[i] = dims.get(i).intValue();
        }
        final NumberType kind = NumberType.of(type);
        if (kind != null) {
            constant.whole = kind.whole;
            constant.values = values(kind);
        }
        return constant;
    }

    private boolean field(final int number, final int wireType, final CodedInputStream in) throws IOException {
        final boolean packed = wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
        switch (number) {
            case 1 -> OnnxReader.repeated(in, wireType, () -> dims.add(in.readInt64()));
            case 4 -> OnnxReader.repeated(in, wireType, () -> add(in.readFloat()));
            case 5, 7, 11 -> OnnxReader.repeated(in, wireType, () -> add((double) in.readInt64()));
            case 10 -> OnnxReader.repeated(in, wireType, () -> add(in.readDouble()));
            default -> {
                if (number == 2 && wireType == WireFormat.WIRETYPE_VARINT) {
                    type = in.readInt32();
                } else if (number == 14 && wireType == WireFormat.WIRETYPE_VARINT) {
                    outside = in.readInt32() == EXTERNAL;
                } else if (number == 8 && packed) {
                    constant.name = in.readString();
                } else if (number == 9 && packed) {
                    raw = in.readBytes();
                } else if (number == 13 && packed) {
                    entry(in);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(final double number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    private void entry(final CodedInputStream in) throws IOException {
        final String[] texts = {"", ""};
        OnnxReader.message(in, (number, wireType, field) -> {
            if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED || number < 1 || number > 2) {
                return false;
            }
            texts[number - 1] = field.readString();
            return true;
        });
        location.put(texts[0], texts[1]);
    }

    private double[] values(final NumberType kind) {
        long needed = 1;
        for (final int size : constant.shape) {
            needed = Math.min(needed * size, Integer.MAX_VALUE);
        }
        final ByteBuffer bytes =
                outside ? outside(needed * kind.bytes) : raw == null ? null : raw.asReadOnlyByteBuffer();
        final long given = bytes == null ? count : bytes.remaining() / kind.bytes;
        if (needed != given || (bytes != null && bytes.remaining() % kind.bytes != 0)) {
            throw problem("has %d numbers, its shape needs %d".formatted(given, needed));
        }
        final double[] values = new double[(int) needed];
        if (bytes != null) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes == null ? kind.ofField(numbers[i]) : kind.next(bytes);
            if (Double.isNaN(values[i])) {
                throw problem("value %d is NaN, expected a number".formatted(i));
            }
        }
        return values;
    }

    /** A part of a file beside the model. */
    private ByteBuffer outside(final long bytes) {
        final byte[] file = external.read(location.getOrDefault("location", ""));
        final long offset = whole("offset", 0);
        final long length = whole("length", bytes);
        if (length != bytes || offset < 0 || offset > file.length - length) {
            throw problem("has %d bytes at %d of '%s', which has %d; its shape needs %d"
                    .formatted(length, offset, location.get("location"), file.length, bytes));
        }
        return ByteBuffer.wrap(file, (int) offset, (int) length);
    }

    private long whole(final String key, final long otherwise) {
        try {
            return location.containsKey(key) ? Long.parseLong(location.get(key)) : otherwise;
        } catch (final NumberFormatException e) {
            throw problem("has the %s '%s'".formatted(key, location.get(key)));
        }
    }

    private BundleException problem(final String what) {
        return new BundleException("tensor '%s' %s".formatted(constant.name, what));
    }
}
