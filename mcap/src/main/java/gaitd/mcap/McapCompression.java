package gaitd.mcap;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Arrays;

/** How the records of a chunk are compressed. */
public enum McapCompression {
    /** Not at all. */
    NONE(""),
    /** LZ4 frames: fast. */
    LZ4("lz4"),
    /** Zstandard: small. */
    ZSTD("zstd");

    /** Most bytes that one byte of Zstandard stands for: a block of 128 KiB is 4 bytes at least. */
    private static final int ZSTD_MOST = 1 << 15;

    private static final int LZ4_MOST = 256;

    private final String key;

    McapCompression(final String key) {
        this.key = key;
    }

    /**
     * Its name in files.
     *
     * @return empty for none
     */
    public String key() {
        return key;
    }

    /**
     * A compression by its name in files.
     *
     * @param key such as {@code zstd}
     * @return the compression
     * @throws McapException when there is none of that name
     */
    public static McapCompression of(final String key) throws McapException {
        for (final McapCompression compression : values()) {
            if (compression.key.equals(key)) {
                return compression;
            }
        }
        throw new McapException("compressed with '" + key + "', expected none, lz4 or zstd");
    }

    byte[] compress(final byte[] bytes, final int length) {
        return switch (this) {
            case NONE -> Arrays.copyOf(bytes, length);
            case LZ4 -> Lz4Frame.compress(bytes, length);
            case ZSTD -> zstd(bytes, length);
        };
    }

    private static byte[] zstd(final byte[] bytes, final int length) {
        final ZstdCompressor compressor = new ZstdCompressor();
        final byte[] out = new byte[compressor.maxCompressedLength(length)];
        return Arrays.copyOf(out, compressor.compress(bytes, 0, length, out, 0, out.length));
    }

    /** The contents, which must be of a given size. */
    byte[] decompress(final byte[] bytes, final long size) throws McapException {
        final long most = switch (this) {
            case NONE -> bytes.length;
            case LZ4 -> (long) LZ4_MOST * bytes.length;
            case ZSTD -> (long) ZSTD_MOST * bytes.length;
        };
        if (size < 0 || size > most) {
            throw new McapException("a chunk of " + bytes.length + " bytes cannot have " + Long.toUnsignedString(size)
                    + " without compression");
        }
        return switch (this) {
            case NONE -> plain(bytes, size);
            case LZ4 -> size == 0 && bytes.length == 0 ? bytes : Lz4Frame.decompress(bytes, (int) size);
            case ZSTD -> unzstd(bytes, (int) size);
        };
    }

    private static byte[] plain(final byte[] bytes, final long size) throws McapException {
        if (size != bytes.length) {
            throw new McapException("a chunk without compression has " + bytes.length + " bytes, expected " + size);
        }
        return bytes;
    }

    private static byte[] unzstd(final byte[] bytes, final int size) throws McapException {
        if (size == 0 && bytes.length == 0) {
            return bytes;
        }
        final byte[] out = new byte[size];
        final int length;
        try {
            length = new ZstdDecompressor().decompress(bytes, 0, bytes.length, out, 0, size);
        } catch (final RuntimeException damaged) {
            throw new McapException("a zstd chunk is damaged: " + damaged.getMessage(), damaged);
        }
        if (length != size) {
            throw new McapException("a zstd chunk has " + length + " bytes, expected " + size);
        }
        return out;
    }
}
