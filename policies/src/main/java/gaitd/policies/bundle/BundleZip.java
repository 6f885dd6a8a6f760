package gaitd.policies.bundle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A bundle as one zip file, in one form only: the files in the order of their names, stored, dated 1980-01-01, without
 * folders, extra fields or comments. Every other zip is refused, so that equal bundles are equal files, no byte can be
 * changed unseen, and nothing can unpack to more than its size. Any unzip program reads it.
 */
public final class BundleZip {
    /** Greatest size of the file, bytes. */
    public static final int MAX_BYTES = totalMax();

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 10;
    private static final short DATE_1980 = 0x21;
    private static final int NAME_MAX = 256;

    private BundleZip() {}

    private static int totalMax() {
        int sum = 1024;
        for (final BundlePart part : BundlePart.values()) {
            sum += part.maxBytes;
        }
        return sum;
    }

    /**
     * Writes a zip.
     *
     * @param files the bundle
     * @return the file's bytes
     */
    public static byte[] encode(final BundleFiles files) {
        int size = END_BYTES;
        int count = 0;
        for (final BundlePart part : BundlePart.values()) {
            if (files.has(part)) {
                size += LOCAL_BYTES + CENTRAL_BYTES + 2 * part.fileName.length() + files.bytes(part).length;
                count++;
            }
        }
        final ByteBuffer zip = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        final Map<BundlePart, Integer> at = new EnumMap<>(BundlePart.class);
        for (final BundlePart part : BundlePart.values()) {
            if (files.has(part)) {
                at.put(part, zip.position());
                zip.putInt(LOCAL).putShort(VERSION);
                common(zip, part, files.bytes(part));
                zip.put(name(part)).put(files.bytes(part));
            }
        }
        final int directory = zip.position();
        at.forEach((part, offset) -> {
            zip.putInt(CENTRAL).putShort(VERSION).putShort(VERSION);
            common(zip, part, files.bytes(part));
            zip.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(offset);
            zip.put(name(part));
        });
        final int directoryBytes = zip.position() - directory;
        zip.putInt(END).putInt(0).putShort((short) count).putShort((short) count);
        zip.putInt(directoryBytes).putInt(directory).putShort((short) 0);
        return zip.array();
    }

    private static void common(final ByteBuffer zip, final BundlePart part, final byte[] bytes) {
        zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(DATE_1980);
        zip.putInt(crc(bytes)).putInt(bytes.length).putInt(bytes.length);
        zip.putShort((short) part.fileName.length()).putShort((short) 0);
    }

    private static byte[] name(final BundlePart part) {
        return part.fileName.getBytes(StandardCharsets.US_ASCII);
    }

    private static int crc(final byte[] bytes) {
        final CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /**
     * Reads a zip.
     *
     * @param bytes the whole file
     * @return the bundle's files; their content is not looked at
     * @throws BundleException when it is no zip of the form described above, naming the entry
     */
    public static BundleFiles decode(final byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new BundleException(
                    "zip: %d bytes are too many, at most %d are taken".formatted(bytes.length, MAX_BYTES));
        }
        final ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final Map<BundlePart, byte[]> parts = new EnumMap<>(BundlePart.class);
        try {
            int magic = zip.getInt();
            if (magic != LOCAL) {
                throw new BundleException("zip: this is no zip file");
            }
            while (magic == LOCAL) {
                entry(zip, parts);
                magic = zip.getInt();
            }
        } catch (final BufferUnderflowException e) {
            throw new BundleException("zip: ends too early, after " + bytes.length + " bytes");
        }
        final BundleFiles files = BundleFiles.of(parts);
        final int difference = Arrays.mismatch(bytes, encode(files));
        if (difference >= 0) {
            throw form("byte " + difference + " (of " + bytes.length + ") differs");
        }
        return files;
    }

    private static void entry(final ByteBuffer zip, final Map<BundlePart, byte[]> parts) {
        zip.getShort();
        final int flags = zip.getShort();
        final int method = zip.getShort();
        zip.getInt();
        final int crc = zip.getInt();
        final long packed = Integer.toUnsignedLong(zip.getInt());
        final long size = Integer.toUnsignedLong(zip.getInt());
        final int nameLength = Short.toUnsignedInt(zip.getShort());
        final int extra = Short.toUnsignedInt(zip.getShort());
        if (nameLength > NAME_MAX) {
            throw form("an entry's name has " + nameLength + " bytes");
        }
        final byte[] nameBytes = new byte[nameLength];
        zip.get(nameBytes);
        final String name = new String(nameBytes, StandardCharsets.ISO_8859_1);
        final BundlePart part = BundlePart.of(name);
        if (part == null) {
            throw new BundleException("zip: entry '" + name + "' is no file of a bundle");
        }
        if (method != 0) {
            throw form(name + " is compressed (method " + method + ")");
        }
        if (flags != 0) {
            throw form(name + " has flags " + flags);
        }
        if (extra != 0) {
            throw form(name + " has extra fields");
        }
        part.checkSize(size);
        if (packed != size) {
            throw form(name + " has two sizes, " + packed + " and " + size);
        }
        final byte[] content = new byte[(int) Math.min(size, zip.remaining())];
        zip.get(content);
        if (content.length != size) {
            throw new BundleException("zip: ends too early, in " + name);
        }
        if (crc(content) != crc) {
            throw new BundleException(
                    "zip: %s was changed: its CRC-32 is %08x, its entry says %08x".formatted(name, crc(content), crc));
        }
        if (parts.put(part, content) != null) {
            throw form(name + " is there twice");
        }
    }

    private static BundleException form(final String what) {
        return new BundleException("zip: " + what + "; a bundle's zip has one form (stored, no extra fields):"
                + " unpack this one and pack the folder with 'gaitd policy convert'");
    }
}
