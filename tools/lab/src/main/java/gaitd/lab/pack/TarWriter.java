package gaitd.lab.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes trees as tar archives: owner root and one time for all, whoever packs them and when. */
final class TarWriter {
    private static final String OWNER = "root";

    private TarWriter() {}

    /**
     * Writes a tree.
     *
     * @param tree the entries
     * @param above put before each path, such as {@code ./}
     * @param timeS time of all entries, s since 1970
     * @param out closed afterwards
     * @throws IOException when it cannot be written
     */
    static void write(final FileTree tree, final String above, final long timeS, final OutputStream out)
            throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (final Entry entry : tree.entries()) {
                tar.putArchiveEntry(header(entry, above + entry.path(), timeS));
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        }
    }

    /** All that the library would take from the clock and from who runs it is set. */
    private static TarArchiveEntry header(final Entry entry, final String path, final long timeS) {
        final TarArchiveEntry header =
                entry.isLink() ? new TarArchiveEntry(path, TarConstants.LF_SYMLINK) : new TarArchiveEntry(path);
        header.setLinkName(entry.link());
        header.setMode(entry.mode());
        header.setSize(entry.content().length);
        header.setIds(0, 0);
        header.setNames(OWNER, OWNER);
        header.setLastModifiedTime(FileTime.from(timeS, TimeUnit.SECONDS));
        return header;
    }
}
