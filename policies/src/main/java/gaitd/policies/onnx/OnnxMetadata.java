package gaitd.policies.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import gaitd.policies.bundle.BundleException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata of an ONNX model: texts by name that its exporter left in it. */
public final class OnnxMetadata {
    private static final int METADATA_PROPS = 14;

    private OnnxMetadata() {}

    /**
     * Reads it.
     *
     * @param file the whole file
     * @return texts by name, in the order of the file; the last of those with one name
     * @throws BundleException when the file is no message of protobuf
     */
    public static Map<String, String> read(final byte[] file) {
        final Map<String, String> metadata = new LinkedHashMap<>();
        try {
            OnnxReader.fields(CodedInputStream.newInstance(file), (number, type, in) -> {
                if (number != METADATA_PROPS || type != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    return false;
                }
                final String[] entry = {"", ""};
                OnnxReader.message(in, (part, partType, text) -> {
                    if (part < 1 || part > 2 || partType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                        return false;
                    }
                    entry[part - 1] = text.readString();
                    return true;
                });
                metadata.put(entry[0], entry[1]);
                return true;
            });
        } catch (final IOException e) {
            throw new BundleException("this is no ONNX model: " + e.getMessage());
        }
        return metadata;
    }
}
