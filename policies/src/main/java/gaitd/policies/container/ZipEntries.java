package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundlePart;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Entries of a zip archive by its directory: stored or deflated, not encrypted, one disk, sizes within 32 bits.
 *
 * <p>At most {@value #ENTRIES_MAX} entries; what is read of them together is at most as large as a bundle's weights, so that a small
 * file cannot unpack to a large one.
 */
final class ZipEntries {
    static final int ENTRIES_MAX = 10_000;

    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int COMMENT_MAX = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long unpacked;

    private record Entry(int method, int flags, int crc, long packed, long size, long at) {}

    ZipEntries(final byte[] file) {
        zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            directory(end());
        } catch (final IndexOutOfBoundsException e) {
            throw new BundleException("zip: its directory leads out of the file");
        }
    }

    private int end() {
        for (int at = zip.capacity() - END_BYTES; at >= Math.max(0, zip.capacity() - END_BYTES - COMMENT_MAX); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new BundleException("zip: it has no directory: is the file cut off?");
    }

    private void directory(final int end) {
        final int count = Short.toUnsignedInt(zip.getShort(end + 10));
        if (count > ENTRIES_MAX) {
            throw new BundleException("zip: %d entries, expected at most %d".formatted(count, ENTRIES_MAX));
        }
        int at = index(Integer.toUnsignedLong(zip.getInt(end + 16)));
        for (int i = 0; i < count; i++) {
            if (zip.getInt(at) != CENTRAL) {
                throw new BundleException("zip: entry %d of its directory is damaged".formatted(i));
            }
            final int nameBytes = Short.toUnsignedInt(zip.getShort(at + 28));
            final byte[] name = new byte[nameBytes];
            zip.get(at + CENTRAL_BYTES, name);
            final String text = new String(name, StandardCharsets.UTF_8);
            final Entry entry = new Entry(
                    Short.toUnsignedInt(zip.getShort(at + 10)),
                    Short.toUnsignedInt(zip.getShort(at + 8)),
                    zip.getInt(at + 16),
                    Integer.toUnsignedLong(zip.getInt(at + 20)),
                    Integer.toUnsignedLong(zip.getInt(at + 24)),
                    Integer.toUnsignedLong(zip.getInt(at + 42)));
            if (entries.put(text, entry) != null) {
                throw new BundleException("zip: entry '" + text + "' is there twice");
            }
            at += CENTRAL_BYTES
                    + nameBytes
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
    }

    private static int index(final long at) {
        if (at > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException();
        }
        return (int) at;
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** Content of an entry, whose checksum is compared. */
    byte[] read(final String name) {
        final Entry entry = entries.get(name);
        if (entry == null) {
            throw new BundleException("zip: there is no entry '" + name + "'");
        }
        unpacked += entry.size;
        if ((entry.flags & 1) != 0 || unpacked > BundlePart.WEIGHTS.maxBytes) {
            throw new BundleException(
                    (entry.flags & 1) != 0
                            ? "zip: entry '" + name + "' is encrypted"
                            : "zip: its entries have more than " + BundlePart.WEIGHTS.maxBytes + " bytes");
        }
        try {
            final byte[] content = content(name, entry);
            final CRC32 crc = new CRC32();
            crc.update(content);
            if ((int) crc.getValue() != entry.crc) {
                throw new BundleException("zip: entry '" + name + "' is damaged: its checksum differs");
            }
            return content;
        } catch (final IndexOutOfBoundsException e) {
            throw new BundleException("zip: entry '" + name + "' leads out of the file");
        }
    }

    private byte[] content(final String name, final Entry entry) {
        final int local = index(entry.at);
        if (zip.getInt(local) != LOCAL) {
            throw new BundleException("zip: entry '" + name + "' is not where the directory says");
        }
        final long from = local
                + (long) LOCAL_BYTES
                + Short.toUnsignedInt(zip.getShort(local + 26))
                + Short.toUnsignedInt(zip.getShort(local + 28));
        if (from + entry.packed > zip.capacity()) {
            throw new IndexOutOfBoundsException();
        }
        if (entry.method == STORED && entry.packed == entry.size) {
            return Arrays.copyOfRange(zip.array(), (int) from, (int) (from + entry.size));
        }
        if (entry.method != DEFLATED) {
            throw new BundleException(
                    "zip: entry '%s' is packed by method %d, expected 0 or %d".formatted(name, entry.method, DEFLATED));
        }
        final byte[] content = new byte[(int) entry.size];
        final Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip.array(), (int) from, (int) entry.packed);
            if (inflater.inflate(content) != content.length) {
                throw new BundleException("zip: entry '" + name + "' is shorter than the directory says");
            }
            return content;
        } catch (final DataFormatException e) {
            throw new BundleException("zip: entry '" + name + "' does not unpack: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
