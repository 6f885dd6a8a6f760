package gaitd.lab.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes archives in the ustar format: owner root, one time for all. */
final class TarWriter {
    private static final int BLOCK_BYTES = 512;
    private static final int NAME_BYTES = 100;
    private static final int PREFIX_BYTES = 155;
    private static final int PREFIX_AT = 345;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_BYTES = 8;

    private TarWriter() {}

    /**
     * Writes a tree.
     *
     * @param tree the entries
     * @param above put before each path, such as {@code ./}
     * @param timeS time of all entries, s since 1970
     * @param out not closed
     * @throws IOException when it cannot be written
     */
    static void write(final FileTree tree, final String above, final long timeS, final OutputStream out)
            throws IOException {
        for (final Entry entry : tree.entries()) {
            out.write(header(entry, above + entry.path(), timeS));
            out.write(entry.content());
            out.write(new byte[-entry.content().length & (BLOCK_BYTES - 1)]);
        }
        out.write(new byte[2 * BLOCK_BYTES]);
    }

    private static byte[] header(final Entry entry, final String path, final long timeS) {
        final byte[] block = new byte[BLOCK_BYTES];
        final int cut = cut(path);
        put(block, 0, path.substring(cut == 0 ? 0 : cut + 1));
        put(block, PREFIX_AT, path.substring(0, cut));
        octal(block, 100, 8, entry.mode());
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, entry.content().length);
        octal(block, 136, 12, timeS);
        block[156] = (byte) (entry.isFolder() ? '5' : entry.isLink() ? '2' : '0');
        put(block, 157, entry.link());
        put(block, 257, "ustar\00000");
        put(block, 265, "root");
        put(block, 297, "root");
        int sum = CHECKSUM_BYTES * ' ';
        for (final byte one : block) {
            sum += one & 0xFF;
        }
        put(block, CHECKSUM_AT, String.format(Locale.ROOT, "%06o\0 ", sum));
        return block;
    }

    /** Index at which a long path is split; 0 when it fits. */
    private static int cut(final String path) {
        if (path.length() <= NAME_BYTES) {
            return 0;
        }
        final int cut = path.indexOf('/', path.length() - NAME_BYTES - 1);
        if (cut <= 0 || cut > PREFIX_BYTES || cut == path.length() - 1) {
            throw new IllegalArgumentException("path too long for an archive: " + path);
        }
        return cut;
    }

    private static void put(final byte[] block, final int at, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static void octal(final byte[] block, final int at, final int bytes, final long value) {
        put(block, at, String.format(Locale.ROOT, "%0" + (bytes - 1) + "o", value));
    }
}
