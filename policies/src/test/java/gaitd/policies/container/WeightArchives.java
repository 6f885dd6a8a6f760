package gaitd.policies.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** WeightArchives as PyTorch and NumPy write them, for tests. */
final class WeightArchives {
    private WeightArchives() {}

    /** A zip, its entries stored or deflated. */
    static byte[] zip(final boolean stored, final Map<String, byte[]> entries) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (final Map.Entry<String, byte[]> each : entries.entrySet()) {
                final ZipEntry entry = new ZipEntry(each.getKey());
                if (stored) {
                    final CRC32 crc = new CRC32();
                    crc.update(each.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(each.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PyTorch file of one value and the numbers of its storages by entry. */
    static byte[] torch(final Object value, final Map<String, byte[]> storages) {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("policy/data.pkl", new PickleWriter().write(value).end());
        entries.put("policy/byteorder", "little".getBytes(StandardCharsets.UTF_8));
        storages.forEach((name, bytes) -> entries.put("policy/" + (name.contains("/") ? name : "data/" + name), bytes));
        return zip(true, entries);
    }

    static byte[] floats(final double... values) {
        final ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (final double value : values) {
            bytes.putFloat((float) value);
        }
        return bytes.array();
    }

    static double[] random(final long seed, final int count) {
        final Random random = new Random(seed);
        final double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() / 2;
        }
        return values;
    }

    /** An array of NumPy, version 1. */
    static byte[] array(final String type, final String shape, final byte[] data) {
        final String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        final String padded = header + " ".repeat(64 - (10 + header.length() + 1) % 64) + "\n";
        final ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
        return bytes.put(data).array();
    }
}
