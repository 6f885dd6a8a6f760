package gaitd.runtime.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One memory-mapped file of a shared folder.
 *
 * <p>Made under a temporary name and renamed, so that no process opens an incomplete file, and processes that have mapped an older one keep it. The
 * mapping lasts as long as something refers to {@link #memory()}.
 */
final class SharedFile {
    private static final int CHUNK_BYTES = 1 << 16;

    private final UnsafeBuffer file;
    private final UnsafeBuffer memory;

    private SharedFile(final MappedByteBuffer mapped, final SharedKind kind) {
        file = new UnsafeBuffer(mapped);
        memory = new UnsafeBuffer(mapped, SharedHeader.BYTES, kind.memoryBytes);
    }

    /**
     * Makes a file of zeros with a header, in the place of an older one. All its blocks are allocated, so that a full
     * file system is refused here and is not a memory fault later.
     *
     * @param folder where
     * @param kind which
     * @param startedNs when its owner started
     * @return the mapped file
     * @throws SharedException when the file system refuses
     */
    static SharedFile create(final Path folder, final SharedKind kind, final long startedNs) {
        final long pid = ProcessHandle.current().pid();
        final Path target = folder.resolve(kind.fileName);
        final Path temporary = target.resolveSibling("." + target.getFileName() + "." + pid + ".new");
        try {
            final SharedFile made = make(temporary, kind, pid, startedNs);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (final IOException e) {
            throw new SharedException(
                    target + " cannot be made: " + reason(e) + "; it needs "
                            + kind.fileBytes() / 1024 + " KiB in a folder that this user may write"
                            + " (df " + folder + ", ls -ld " + folder + ")",
                    e);
        } finally {
            delete(temporary);
        }
    }

    private static SharedFile make(final Path temporary, final SharedKind kind, final long pid, final long startedNs)
            throws IOException {
        Files.deleteIfExists(temporary);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(kind.permissions));
            final ByteBuffer zeros = ByteBuffer.allocate(CHUNK_BYTES);
            for (long at = 0; at < kind.fileBytes(); at += zeros.position()) {
                zeros.clear();
                zeros.limit((int) Math.min(zeros.capacity(), kind.fileBytes() - at));
                channel.write(zeros);
            }
            final SharedFile made =
                    new SharedFile(channel.map(FileChannel.MapMode.READ_WRITE, 0, kind.fileBytes()), kind);
            SharedHeader.write(made.file, kind, pid, startedNs);
            return made;
        }
    }

    /**
     * Maps a file that the control process made.
     *
     * @param folder where
     * @param kind which
     * @param writable whether this process writes to it
     * @return the mapped file, or null when there is none
     * @throws SharedException when its header or size is wrong
     */
    static SharedFile open(final Path folder, final SharedKind kind, final boolean writable) {
        final Path path = folder.resolve(kind.fileName);
        final StandardOpenOption[] options = writable
                ? new StandardOpenOption[] {StandardOpenOption.READ, StandardOpenOption.WRITE}
                : new StandardOpenOption[] {StandardOpenOption.READ};
        try (FileChannel channel = FileChannel.open(path, options)) {
            final String refusal = refusal(channel, kind);
            if (refusal != null) {
                throw new SharedException(path + " " + refusal
                        + "; start the control process of this version on this folder, or name another folder");
            }
            return new SharedFile(
                    channel.map(
                            writable ? FileChannel.MapMode.READ_WRITE : FileChannel.MapMode.READ_ONLY,
                            0,
                            kind.fileBytes()),
                    kind);
        } catch (final NoSuchFileException e) {
            return null;
        } catch (final IOException e) {
            throw new SharedException(path + " cannot be opened: " + reason(e), e);
        }
    }

    /** Checks by reading, because access to a mapped page behind the file's end is a memory fault. */
    private static String refusal(final FileChannel channel, final SharedKind kind) throws IOException {
        final ByteBuffer header = ByteBuffer.allocate(SharedHeader.BYTES);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // until the header is full or the file ends
        }
        return SharedHeader.refusal(new UnsafeBuffer(header), channel.size(), kind);
    }

    static String reason(final IOException e) {
        return e instanceof AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
    }

    private static void delete(final Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (final IOException e) {
            // the next start tries again
        }
    }

    /**
     * The memory behind the header.
     *
     * @return live memory; writing to a file that was not opened to be written ends the process
     */
    AtomicBuffer memory() {
        return memory;
    }

    /**
     * Which control process made it.
     *
     * @return when that process started, ns on the monotonic clock: no two are the same
     */
    long startedNs() {
        return SharedHeader.startedNs(file);
    }

    /**
     * Which control process made it.
     *
     * @return its process id
     */
    long ownerPid() {
        return SharedHeader.ownerPid(file);
    }
}
