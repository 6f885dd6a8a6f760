package gaitd.robot.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that outlive a power cut: whole or not there, and there once the call has returned. */
public final class DurableFile {
    private DurableFile() {}

    /**
     * Replaces a file as a whole.
     *
     * @param file its path
     * @param bytes what it is to hold
     * @throws IOException when it cannot be written; the old one is then untouched
     */
    public static void replace(final Path file, final byte[] bytes) throws IOException {
        final Path fresh = file.resolveSibling(file.getFileName() + ".new");
        write(fresh, bytes);
        rename(fresh, file);
    }

    /**
     * Writes a file that may be seen half written until the call returns.
     *
     * @param file its path
     * @param bytes what it is to hold
     * @throws IOException when it cannot be written
     */
    public static void write(final Path file, final byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            final ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a file or folder another name in the same folder, at once.
     *
     * @param from its name
     * @param to the other one; a file of that name is replaced
     * @throws IOException when it cannot be
     */
    public static void rename(final Path from, final Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.toAbsolutePath().getParent());
    }

    /**
     * Has the names in a folder outlive a power cut.
     *
     * @param folder which
     * @throws IOException when it cannot be opened
     */
    public static void force(final Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
