package gaitd.policies.bundle;

import gaitd.policies.text.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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
        final Map<String, Object> header = new LinkedHashMap<>();
        if (!tensors.metadata().isEmpty()) {
            header.put("__metadata__", tensors.metadata());
        }
        int at = 0;
        for (final Tensor tensor : tensors.all()) {
            final int end = at + Float.BYTES * tensor.size();
            header.put(tensor.name(), place(tensor, at, end));
            at = end;
        }
        final byte[] json = JsonWriter.line(header).getBytes(StandardCharsets.UTF_8);
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

    private static Map<String, Object> place(final Tensor tensor, final int from, final int to) {
        final Map<String, Object> place = new LinkedHashMap<>();
        place.put("dtype", "F32");
        place.put("shape", tensor.shape());
        place.put("data_offsets", new int[] {from, to});
        return place;
    }
}
