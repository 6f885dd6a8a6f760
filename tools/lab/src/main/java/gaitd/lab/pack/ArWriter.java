package gaitd.lab.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes the outer archive of a Debian package: the common ar format with short names. */
final class ArWriter {
    private final OutputStream out;
    private final long timeS;

    /**
     * Starts an archive.
     *
     * @param out not closed
     * @param timeS time of all members, s since 1970
     * @throws IOException when it cannot be written
     */
    ArWriter(final OutputStream out, final long timeS) throws IOException {
        this.out = out;
        this.timeS = timeS;
        out.write("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a member; a name has at most 16 letters. */
    void add(final String name, final byte[] content) throws IOException {
        out.write(String.format(
                        Locale.ROOT, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, timeS, 0, 0, "100644", content.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        if (content.length % 2 == 1) {
            out.write('\n');
        }
    }
}
