package gaitd.lab.policy;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** An ONNX model of one product with zeros, and metadata. */
public final class TinyModel {
    private TinyModel() {}

    private interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(final Body body) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        body.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    /** Gives so many zeros for so many inputs. */
    public static byte[] onnx(final int inputs, final int outputs, final Map<String, String> metadata) {
        try {
            final byte[] weights = message(tensor -> {
                tensor.writeInt64(1, inputs);
                tensor.writeInt64(1, outputs);
                tensor.writeInt32(2, 1);
                tensor.writeString(8, "w");
                tensor.writeByteArray(9, new byte[4 * inputs * outputs]);
            });
            final byte[] node = message(product -> {
                product.writeString(1, "x");
                product.writeString(1, "w");
                product.writeString(2, "y");
                product.writeString(4, "MatMul");
            });
            final byte[] input = message(value -> value.writeString(1, "x"));
            final byte[] output = message(value -> value.writeString(1, "y"));
            final byte[] graph = message(parts -> {
                parts.writeByteArray(1, node);
                parts.writeByteArray(5, weights);
                parts.writeByteArray(11, input);
                parts.writeByteArray(12, output);
            });
            final byte[] opset = message(version -> version.writeInt64(2, 13));
            return message(model -> {
                model.writeInt64(1, 8);
                model.writeByteArray(7, graph);
                model.writeByteArray(8, opset);
                for (final Map.Entry<String, String> text : metadata.entrySet()) {
                    model.writeByteArray(14, message(entry -> {
                        entry.writeString(1, text.getKey());
                        entry.writeString(2, text.getValue());
                    }));
                }
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
