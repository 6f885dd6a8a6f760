package gaitd.policies.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import gaitd.policies.bundle.BundleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of {@code onnx.proto} that a policy needs and skips all others.
 *
 * <p>At most {@value #NODES_MAX} nodes; numbers inside the file only. Memory is taken for bytes that are there, never for
 * lengths alone.
 */
final class OnnxReader {
    static final int NODES_MAX = 1000;

    private static final int RANK_MAX = 8;
    private static final int FLOAT = 1;
    private static final int EXTERNAL = 1;

    private final OnnxGraph graph = new OnnxGraph();

    private OnnxReader() {}

    /** Takes one field of a message; false when it does not know the field. */
    private interface Field {
        boolean read(int number, int wireType, CodedInputStream in) throws IOException;
    }

    /**
     * Reads a model.
     *
     * @param file the whole file
     * @return its graph
     * @throws BundleException when it is no ONNX model, or one with parts that cannot be read here
     */
    static OnnxGraph read(final byte[] file) {
        final OnnxReader reader = new OnnxReader();
        final boolean[] found = new boolean[1];
        try {
            fields(CodedInputStream.newInstance(file), (number, type, in) -> {
                if (number == 7 && type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    found[0] = true;
                    reader.message(in, reader::graph);
                    return true;
                }
                return false;
            });
        } catch (final IOException e) {
            throw new BundleException("this is no ONNX model: " + e.getMessage());
        }
        if (!found[0] || reader.graph.nodes.isEmpty()) {
            throw new BundleException("this is no ONNX model: it has no nodes");
        }
        return reader.graph;
    }

    private static void fields(final CodedInputStream in, final Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag), WireFormat.getTagWireType(tag), in)) {
                in.skipField(tag);
            }
        }
    }

    private void message(final CodedInputStream in, final Field field) throws IOException {
        final int limit = in.pushLimit(in.readRawVarint32());
        fields(in, field);
        in.checkLastTagWas(0);
        in.popLimit(limit);
    }

    private boolean graph(final int number, final int wireType, final CodedInputStream in) throws IOException {
        if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            return false;
        }
        switch (number) {
            case 1 -> {
                if (graph.nodes.size() >= NODES_MAX) {
                    throw new BundleException("more than " + NODES_MAX + " nodes");
                }
                graph.nodes.add(node(in));
            }
            case 5 -> {
                final OnnxGraph.Constant constant = constant(in);
                if (graph.constants.put(constant.name, constant) != null) {
                    throw new BundleException("two initializers have the name '" + constant.name + "'");
                }
            }
            case 11 -> graph.inputs.add(valueName(in));
            case 12 -> graph.outputs.add(valueName(in));
            case 15 -> throw new BundleException("sparse initializers are not read");
            default -> {
                return false;
            }
        }
        return true;
    }

    private String valueName(final CodedInputStream in) throws IOException {
        final String[] name = {""};
        final long[] size = {0};
        message(in, (number, type, field) -> {
            if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED || number > 2) {
                return false;
            }
            if (number == 1) {
                name[0] = field.readString();
            } else {
                tensorShape(field, size);
            }
            return true;
        });
        if (size[0] > 0) {
            graph.sizes.put(name[0], size[0]);
        }
        return name[0];
    }

    /** TypeProto, with its tensor_type (1), shape (2), dim (1) and dim_value (1). */
    private void tensorShape(final CodedInputStream in, final long[] size) throws IOException {
        message(
                in,
                (tensor, tensorWire, type) -> nested(
                        tensor == 1,
                        tensorWire,
                        () -> message(
                                type,
                                (shape, shapeWire, shapes) -> nested(shape == 2, shapeWire, () -> {
                                    size[0] = 1;
                                    message(
                                            shapes,
                                            (dim, dimWire, dims) ->
                                                    nested(dim == 1, dimWire, () -> dimension(dims, size)));
                                }))));
    }

    private void dimension(final CodedInputStream in, final long[] size) throws IOException {
        message(in, (number, type, field) -> {
            if (number != 1 || type != WireFormat.WIRETYPE_VARINT) {
                return false;
            }
            final long value = field.readInt64();
            size[0] =
                    value > 0 && size[0] <= Integer.MAX_VALUE ? size[0] * Math.min(value, Integer.MAX_VALUE) : size[0];
            return true;
        });
    }

    private static boolean nested(final boolean wanted, final int wireType, final Numbers body) throws IOException {
        if (!wanted || wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            return false;
        }
        body.next();
        return true;
    }

    private OnnxGraph.Node node(final CodedInputStream in) throws IOException {
        final OnnxGraph.Node node = new OnnxGraph.Node();
        message(in, (number, type, field) -> {
            if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                return false;
            }
            switch (number) {
                case 1 -> node.inputs.add(field.readString());
                case 2 -> node.outputs.add(field.readString());
                case 3 -> node.name = field.readString();
                case 4 -> node.type = field.readString();
                case 5 -> {
                    final OnnxGraph.Attribute attribute = attribute(field);
                    node.attributes.put(attribute.name, attribute);
                }
                case 7 -> node.domain = field.readString();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return node;
    }

    private OnnxGraph.Attribute attribute(final CodedInputStream in) throws IOException {
        final OnnxGraph.Attribute attribute = new OnnxGraph.Attribute();
        message(in, (number, type, field) -> {
            if (number == 2 && type == WireFormat.WIRETYPE_FIXED32) {
                attribute.number = field.readFloat();
            } else if (number == 3 && type == WireFormat.WIRETYPE_VARINT) {
                attribute.whole = field.readInt64();
            } else if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                return false;
            } else if (number == 1) {
                attribute.name = field.readString();
            } else if (number == 4) {
                attribute.text = field.readBytes().toStringUtf8();
            } else if (number == 5) {
                attribute.constant = constant(field);
            } else if (number == 9) {
                attribute.texts.add(field.readBytes().toStringUtf8());
            } else {
                return false;
            }
            return true;
        });
        return attribute;
    }

    private OnnxGraph.Constant constant(final CodedInputStream in) throws IOException {
        final OnnxGraph.Constant constant = new OnnxGraph.Constant();
        final List<Long> dims = new ArrayList<>();
        final List<Float> floats = new ArrayList<>();
        final ByteString[] raw = new ByteString[1];
        final int[] dataType = new int[1];
        message(in, (number, type, field) -> {
            final boolean packed = type == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (number == 1) {
                repeated(field, packed, () -> dims.add(field.readInt64()));
            } else if (number == 2 && type == WireFormat.WIRETYPE_VARINT) {
                dataType[0] = field.readInt32();
            } else if (number == 4) {
                repeated(field, packed, () -> floats.add(field.readFloat()));
            } else if (number == 8 && packed) {
                constant.name = field.readString();
            } else if (number == 9 && packed) {
                raw[0] = field.readBytes();
            } else if (number == 14 && type == WireFormat.WIRETYPE_VARINT) {
                if (field.readInt32() == EXTERNAL) {
                    throw new BundleException("initializers in other files are not read: save the model in one file");
                }
            } else {
                return false;
            }
            return true;
        });
        constant.shape = shape(dims, constant.name);
        if (dataType[0] == FLOAT) {
            constant.values = values(constant, floats, raw[0]);
        }
        return constant;
    }

    /** Reads a number or a message. */
    private interface Numbers {
        void next() throws IOException;
    }

    private static void repeated(final CodedInputStream in, final boolean packed, final Numbers numbers)
            throws IOException {
        if (!packed) {
            numbers.next();
            return;
        }
        final int limit = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            numbers.next();
        }
        in.popLimit(limit);
    }

    private static int[] shape(final List<Long> dims, final String name) {
        if (dims.size() > RANK_MAX) {
            throw new BundleException("tensor '%s' has %d dimensions".formatted(name, dims.size()));
        }
        final int[] shape = new int[dims.size()];
        for (int i = 0; i < shape.length; i++) {
            if (dims.get(i) < 0 || dims.get(i) > Integer.MAX_VALUE) {
                throw new BundleException("tensor '%s' has the shape %s".formatted(name, dims));
            }
            shape[i] = dims.get(i).intValue();
        }
        return shape;
    }

    private static double[] values(final OnnxGraph.Constant constant, final List<Float> floats, final ByteString raw) {
        long count = 1;
        for (final int size : constant.shape) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        final long given = raw == null ? floats.size() : raw.size() / Float.BYTES;
        if (count != given || (raw != null && raw.size() % Float.BYTES != 0)) {
            throw new BundleException(
                    "tensor '%s' has %d numbers, its shape needs %d".formatted(constant.name, given, count));
        }
        final ByteBuffer bytes = raw == null ? null : raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        final double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes == null ? floats.get(i) : bytes.getFloat();
            if (!Double.isFinite(values[i])) {
                throw new BundleException(
                        "tensor '%s' value %d is %s, expected a finite number".formatted(constant.name, i, values[i]));
            }
        }
        return values;
    }
}
