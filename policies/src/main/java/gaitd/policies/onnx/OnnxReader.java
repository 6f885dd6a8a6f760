package gaitd.policies.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import gaitd.policies.bundle.BundleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of {@code onnx.proto} that a policy needs and skips all others.
 *
 * <p>At most {@value #NODES_MAX} nodes; Memory is taken for bytes that are there, never for
 * lengths alone.
 */
final class OnnxReader {
    static final int NODES_MAX = 1000;

    static final int RANK_MAX = 8;

    private final OnnxGraph graph = new OnnxGraph();
    private final ExternalData external;

    private OnnxReader(final ExternalData external) {
        this.external = external;
    }

    /** Takes one field of a message; false when it does not know the field. */
    interface Field {
        boolean read(int number, int wireType, CodedInputStream in) throws IOException;
    }

    /**
     * Reads a model.
     *
     * @param file the whole file
     * @param external files beside it
     * @return its graph
     * @throws BundleException when it is no ONNX model, or one with parts that cannot be read here
     */
    static OnnxGraph read(final byte[] file, final ExternalData external) {
        final OnnxReader reader = new OnnxReader(external);
        final boolean[] found = new boolean[1];
        try {
            fields(CodedInputStream.newInstance(file), (number, type, in) -> {
                if (number == 7 && type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    found[0] = true;
                    message(in, reader::graph);
                    return true;
                }
                if (number == 8 && type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    reader.opset(in);
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

    static void fields(final CodedInputStream in, final Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag), WireFormat.getTagWireType(tag), in)) {
                in.skipField(tag);
            }
        }
    }

    static void message(final CodedInputStream in, final Field field) throws IOException {
        final int limit = in.pushLimit(in.readRawVarint32());
        fields(in, field);
        in.checkLastTagWas(0);
        in.popLimit(limit);
    }

    /** Version of the operators of the domain without a name. */
    private void opset(final CodedInputStream in) throws IOException {
        final String[] domain = {""};
        final long[] version = {0};
        message(in, (number, type, field) -> {
            if (number == 1 && type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                domain[0] = field.readString();
            } else if (number == 2 && type == WireFormat.WIRETYPE_VARINT) {
                version[0] = field.readInt64();
            } else {
                return false;
            }
            return true;
        });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            graph.opset = version[0];
        }
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
                final OnnxGraph.Constant constant = new TensorReader(external).read(in);
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
        final List<Long> sizes = new ArrayList<>();
        final boolean[] given = {false};
        message(in, (number, type, field) -> {
            if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED || number > 2) {
                return false;
            }
            if (number == 1) {
                name[0] = field.readString();
            } else {
                given[0] |= tensorShape(field, sizes);
            }
            return true;
        });
        if (given[0]) {
            graph.shapes.put(name[0], sizes.stream().mapToLong(Long::longValue).toArray());
        }
        return name[0];
    }

    /** TypeProto, with its tensor_type (1), shape (2), dim (1) and dim_value (1). */
    private static boolean tensorShape(final CodedInputStream in, final List<Long> sizes) throws IOException {
        final boolean[] given = {false};
        message(
                in,
                (tensor, tensorWire, type) -> nested(
                        tensor == 1,
                        tensorWire,
                        () -> message(
                                type,
                                (shape, shapeWire, shapes) -> nested(shape == 2, shapeWire, () -> {
                                    given[0] = true;
                                    message(
                                            shapes,
                                            (dim, dimWire, dims) ->
                                                    nested(dim == 1, dimWire, () -> dimension(dims, sizes)));
                                }))));
        return given[0];
    }

    private static void dimension(final CodedInputStream in, final List<Long> sizes) throws IOException {
        if (sizes.size() >= RANK_MAX) {
            throw new BundleException("an input or output has more than " + RANK_MAX + " dimensions");
        }
        final long[] size = {-1};
        message(in, (number, type, field) -> {
            if (number != 1 || type != WireFormat.WIRETYPE_VARINT) {
                return false;
            }
            size[0] = field.readInt64();
            return true;
        });
        sizes.add(size[0]);
    }

    /** Reads a number or a message. */
    interface Part {
        void read() throws IOException;
    }

    /** Reads numbers that stand alone, or many behind a length. */
    static void repeated(final CodedInputStream in, final int wireType, final Part number) throws IOException {
        if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            number.read();
            return;
        }
        final int limit = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            number.read();
        }
        in.popLimit(limit);
    }

    private static boolean nested(final boolean wanted, final int wireType, final Part body) throws IOException {
        if (!wanted || wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            return false;
        }
        body.read();
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
            } else if (number == 7) {
                repeated(field, type, () -> attribute.numbers.add((double) field.readFloat()));
            } else if (number == 8) {
                repeated(field, type, () -> attribute.wholes.add(field.readInt64()));
            } else if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                return false;
            } else if (number == 1) {
                attribute.name = field.readString();
            } else if (number == 4) {
                attribute.text = field.readBytes().toStringUtf8();
            } else if (number == 5) {
                attribute.constant = new TensorReader(external).read(field);
            } else if (number == 9) {
                attribute.texts.add(field.readBytes().toStringUtf8());
            } else {
                return false;
            }
            return true;
        });
        return attribute;
    }
}
