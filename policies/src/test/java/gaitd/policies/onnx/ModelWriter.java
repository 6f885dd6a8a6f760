package gaitd.policies.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Writes small ONNX models for tests. */
final class ModelWriter {
    /** The newest operators that are written, LayerNormalization. */
    private static final int OPSET = 17;

    private final ByteString.Output graph = ByteString.newOutput();
    private final Random random;

    ModelWriter() {
        this(17);
    }

    ModelWriter(final long seed) {
        random = new Random(seed);
    }

    private interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(final Body body) {
        final ByteString.Output bytes = ByteString.newOutput();
        try {
            final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            body.write(out);
            out.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteString().toByteArray();
    }

    private ModelWriter add(final int field, final byte[] message) {
        try {
            graph.write(message(out -> out.writeByteArray(field, message)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** An attribute: a Float, a Long, a String, a String[], a long[] or a tensor. */
    static byte[] attribute(final String name, final Object value) {
        return message(out -> {
            out.writeString(1, name);
            switch (value) {
                case Float number -> {
                    out.writeFloat(2, number);
                    out.writeInt32(20, 1);
                }
                case Long number -> {
                    out.writeInt64(3, number);
                    out.writeInt32(20, 2);
                }
                case String text -> {
                    out.writeString(4, text);
                    out.writeInt32(20, 3);
                }
                case String[] texts -> {
                    for (final String text : texts) {
                        out.writeString(9, text);
                    }
                    out.writeInt32(20, 8);
                }
                case long[] wholes -> {
                    for (final long whole : wholes) {
                        out.writeInt64(8, whole);
                    }
                    out.writeInt32(20, 7);
                }
                case byte[] tensor -> {
                    out.writeByteArray(5, tensor);
                    out.writeInt32(20, 4);
                }
                default -> throw new IllegalArgumentException(value.toString());
            }
        });
    }

    /** Inputs and outputs with commas between. */
    ModelWriter node(final String type, final String inputs, final String outputs, final byte[]... attributes) {
        return nodeOf("", type, inputs, outputs, attributes);
    }

    ModelWriter nodeOf(
            final String domain,
            final String type,
            final String inputs,
            final String outputs,
            final byte[]... attributes) {
        return add(1, message(out -> {
            for (final String input : inputs.split(",", -1)) {
                out.writeString(1, input);
            }
            for (final String output : outputs.isEmpty() ? new String[0] : outputs.split(",", -1)) {
                out.writeString(2, output);
            }
            out.writeString(3, type.toLowerCase(java.util.Locale.ROOT) + "_" + outputs.replace(",", "_"));
            out.writeString(4, type);
            for (final byte[] attribute : attributes) {
                out.writeByteArray(5, attribute);
            }
            if (!domain.isEmpty()) {
                out.writeString(7, domain);
            }
        }));
    }

    static byte[] tensor(final String name, final boolean raw, final float[] values, final long... dims) {
        return message(out -> {
            for (final long dim : dims) {
                out.writeInt64(1, dim);
            }
            out.writeInt32(2, 1);
            if (raw) {
                final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                out.writeString(8, name);
                out.writeByteArray(9, bytes.array());
            } else {
                out.writeByteArray(4, message(packed -> {
                    for (final float value : values) {
                        packed.writeFloatNoTag(value);
                    }
                }));
                out.writeString(8, name);
            }
        });
    }

    static byte[] whole(final String name, final long[] values) {
        return message(out -> {
            out.writeInt64(1, values.length);
            out.writeInt32(2, 7);
            for (final long value : values) {
                out.writeInt64(7, value);
            }
            out.writeString(8, name);
        });
    }

    ModelWriter wholes(final String name, final long... values) {
        return add(5, whole(name, values));
    }

    ModelWriter constant(final String name, final float[] values, final long... dims) {
        return add(5, tensor(name, true, values, dims));
    }

    /** A constant of random numbers. */
    ModelWriter random(final String name, final long... dims) {
        int count = 1;
        for (final long dim : dims) {
            count *= (int) dim;
        }
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt((double) dims[dims.length - 1]));
        }
        return add(5, tensor(name, random.nextBoolean(), values, dims));
    }

    ModelWriter initializer(final byte[] tensor) {
        return add(5, tensor);
    }

    ModelWriter input(final String name, final long... dims) {
        return add(11, value(name, dims));
    }

    ModelWriter output(final String name, final long... dims) {
        return add(12, value(name, dims));
    }

    private static byte[] value(final String name, final long... dims) {
        final byte[] shape = message(out -> {
            for (final long dim : dims) {
                out.writeByteArray(1, message(inner -> {
                    if (dim < 0) {
                        inner.writeString(2, "batch");
                    } else {
                        inner.writeInt64(1, dim);
                    }
                }));
            }
        });
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(
                    2,
                    message(type -> type.writeByteArray(1, message(tensor -> {
                        tensor.writeInt32(1, 1);
                        tensor.writeByteArray(2, shape);
                    }))));
        });
    }

    byte[] model() {
        return message(out -> {
            out.writeInt64(1, 8);
            out.writeString(2, "test");
            out.writeByteArray(7, message(inner -> {
                inner.writeRawBytes(graph.toByteString());
                inner.writeString(2, "policy");
            }));
            out.writeByteArray(8, message(opset -> {
                opset.writeString(1, "");
                opset.writeInt64(2, OPSET);
            }));
        });
    }

    /** As legged_gym's exporter writes an actor: Gemm and Elu in turn. */
    static ModelWriter actor(final int... sizes) {
        final ModelWriter writer = new ModelWriter().input("obs", -1, sizes[0]);
        String at = "obs";
        for (int i = 0; i + 1 < sizes.length; i++) {
            writer.random("w" + i, sizes[i + 1], sizes[i]).random("b" + i, sizes[i + 1]);
            final boolean last = i + 2 == sizes.length;
            final String to = last ? "actions" : "x" + i;
            writer.node("Gemm", at + ",w" + i + ",b" + i, to, attribute("alpha", 1f), attribute("transB", 1L));
            at = to;
            if (!last) {
                writer.node("Elu", at, "e" + i, attribute("alpha", 1f));
                at = "e" + i;
            }
        }
        return writer.output("actions", -1, sizes[sizes.length - 1]);
    }

    /** As rsl_rl's exporter writes a recurrent actor: state in and out beside the observation. */
    static ModelWriter recurrent(final String type, final int in, final int units, final int out) {
        final long gates = type.equals("LSTM") ? 4 : 3;
        final boolean lstm = gates == 4;
        final ModelWriter writer = new ModelWriter().input("obs", 1, in).input("h_in", 1, 1, units);
        if (lstm) {
            writer.input("c_in", 1, 1, units);
        }
        writer.wholes("axis0", 0).wholes("axis1", 1);
        writer.random("w", 1, gates * units, in)
                .random("r", 1, gates * units, units)
                .random("b", 1, 2 * gates * units);
        writer.node("Unsqueeze", "obs,axis0", "sequence");
        if (lstm) {
            writer.node("LSTM", "sequence,w,r,b,,h_in,c_in", "y,h_out,c_out", attribute("hidden_size", (long) units));
        } else {
            writer.node(
                    "GRU",
                    "sequence,w,r,b,,h_in",
                    "y,h_out",
                    attribute("hidden_size", (long) units),
                    attribute("linear_before_reset", 1L));
        }
        writer.node("Squeeze", "y,axis1", "y1").node("Squeeze", "y1,axis0", "y2");
        writer.random("w1", out, units).random("b1", out);
        writer.node("Gemm", "y2,w1,b1", "actions", attribute("transB", 1L));
        writer.output("actions", 1, out).output("h_out", 1, 1, units);
        return lstm ? writer.output("c_out", 1, 1, units) : writer;
    }
}
