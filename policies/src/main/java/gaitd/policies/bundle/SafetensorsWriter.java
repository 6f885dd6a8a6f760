package gaitd.policies.bundle;

import gaitd.policies.text.JsonText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;

/** Writes {@code .safetensors} files: F32, the header padded with blanks to a multiple of 8, the data in the given order. */
public final class SafetensorsWriter {
    private SafetensorsWriter() {}

    /**
     * Writes a file.
     *
     * @param tensors what to write, rounded to float; equal tensors give equal bytes
     * @return the whole file
     */
    public static byte[] write(final Safetensors tensors) {
        final StringJoiner header = new StringJoiner(",", "{", "}");
        if (!tensors.metadata().isEmpty()) {
            header.add("\"__metadata__\":" + texts(tensors.metadata()));
        }
        int at = 0;
        for (final Tensor tensor : tensors.all()) {
            final int end = at + Float.BYTES * tensor.size();
            header.add("%s:{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(
                            JsonText.quote(tensor.name()),
                            Arrays.toString(tensor.shape()).replace(" ", ""),
                            at,
                            end));
            at = end;
        }
        final byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        final int padded = (json.length + 7) / 8 * 8;
        final ByteBuffer file = ByteBuffer.allocate(8 + padded + at).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded).put(json);
        file.put(" ".repeat(padded - json.length).getBytes(StandardCharsets.US_ASCII));
        for (final Tensor tensor : tensors.all()) {
            for (int i = 0; i < tensor.size(); i++) {
                file.putFloat((float) tensor.value(i));
            }
        }
        return file.array();
    }

    private static String texts(final Map<String, String> texts) {
        final StringJoiner joined = new StringJoiner(",", "{", "}");
        texts.forEach((key, value) -> joined.add(JsonText.quote(key) + ":" + JsonText.quote(value)));
        return joined.toString();
    }
}
