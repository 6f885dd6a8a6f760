package gaitd.policies.container;

import gaitd.policies.bundle.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes HDF5 files of the oldest version, for tests: groups with a leaf of links each, datasets of floats in one piece. */
final class Hdf5Writer {
    private static final int MEMORY = 1 << 20;

    private final ByteBuffer out = ByteBuffer.allocate(MEMORY).order(ByteOrder.LITTLE_ENDIAN);

    /** Tensors by their paths. */
    static byte[] write(final Map<String, Tensor> datasets) {
        final Hdf5Writer writer = new Hdf5Writer();
        writer.out.put((byte) 0x89).put("HDF\r\n\u001a\n".getBytes(StandardCharsets.US_ASCII));
        writer.out.put(new byte[] {0, 0, 0, 0, 0, 8, 8, 0, 4, 0, 16, 0, 0, 0, 0, 0});
        writer.out.position(96);
        writer.out.putLong(64, writer.group(datasets));
        final byte[] file = new byte[writer.out.position()];
        writer.out.get(0, file);
        return file;
    }

    private int space(final int bytes) {
        final int at = (out.position() + 7) / 8 * 8;
        out.position(at + bytes);
        return at;
    }

    private int group(final Map<String, Tensor> datasets) {
        final Map<String, Map<String, Tensor>> groups = new LinkedHashMap<>();
        final Map<String, Integer> links = new LinkedHashMap<>();
        datasets.forEach((path, tensor) -> {
            final int slash = path.indexOf('/');
            if (slash < 0) {
                links.put(path, dataset(tensor));
            } else {
                groups.computeIfAbsent(path.substring(0, slash), any -> new LinkedHashMap<>())
                        .put(path.substring(slash + 1), tensor);
            }
        });
        groups.forEach((name, inner) -> links.put(name, group(inner)));
        final int heap = space(32);
        final int names = space(links.keySet().stream().mapToInt(String::length).sum() + links.size() + 8);
        out.putInt(heap, 0x50414548).putLong(heap + 24, names);
        final int leaf = space(8 + 40 * links.size());
        out.putInt(leaf, 0x444f4e53).putShort(leaf + 6, (short) links.size());
        int name = 8;
        int entry = leaf + 8;
        for (final Map.Entry<String, Integer> link : links.entrySet()) {
            out.put(names + name, link.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putLong(entry, name).putLong(entry + 8, link.getValue());
            name += link.getKey().length() + 1;
            entry += 40;
        }
        final int tree = space(48);
        out.putInt(tree, 0x45455254).putShort(tree + 6, (short) 1).putLong(tree + 32, leaf);
        final int header = header(24);
        message(header + 16, 17, 16);
        out.putLong(header + 24, tree).putLong(header + 32, heap);
        return header;
    }

    private int header(final int bytes) {
        final int at = space(16 + bytes);
        out.put(at, (byte) 1).putInt(at + 8, bytes);
        return at;
    }

    private void message(final int at, final int type, final int bytes) {
        out.putShort(at, (short) type).putShort(at + 2, (short) bytes);
    }

    private int dataset(final Tensor tensor) {
        final int data = space(tensor.size() * Float.BYTES);
        for (int i = 0; i < tensor.size(); i++) {
            out.putFloat(data + i * Float.BYTES, (float) tensor.value(i));
        }
        final int rank = tensor.shape().length;
        final int spaceBytes = 8 + 8 * rank;
        final int header = header(8 + spaceBytes + 8 + 24 + 8 + 24);
        int at = header + 16;
        message(at, 1, spaceBytes);
        out.put(at + 8, (byte) 1).put(at + 9, (byte) rank);
        for (int i = 0; i < rank; i++) {
            out.putLong(at + 16 + 8 * i, tensor.shape()[i]);
        }
        at += 8 + spaceBytes;
        message(at, 3, 24);
        out.put(at + 8, (byte) 0x11).putInt(at + 12, Float.BYTES);
        at += 8 + 24;
        message(at, 8, 24);
        out.put(at + 8, (byte) 3).put(at + 9, (byte) 1).putLong(at + 10, data);
        out.putLong(at + 18, (long) tensor.size() * Float.BYTES);
        return header;
    }
}
