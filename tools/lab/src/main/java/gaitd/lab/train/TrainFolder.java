package gaitd.lab.train;

import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The files of a training run. A checkpoint is replaced as a whole, after the journal of actions that it relies on has
 * been written.
 *
 * <p>The journal holds the actions since all episodes last began together: environments are restored by replaying the
 * same actions.
 */
public final class TrainFolder implements AutoCloseable {
    /** Magic number of files that {@link #replace} writes; changes with their format. */
    private static final int FORMAT = 0x6741_0004;

    /** The table of iterations. */
    static final String PROGRESS = "progress.csv";

    /** Where they are. */
    public final Path folder;

    /** What goes on from here. */
    public final Path checkpoint;

    final Path journal;
    final Path table;

    /** What another training can begin with, when the plan is done. */
    public final Path learned;

    /** What was learned, when the plan is done. */
    public final Path bundle;

    final Path soFar;
    private FileChannel lock;

    /**
     * Names the files.
     *
     * @param folder that is there
     */
    public TrainFolder(final Path folder) {
        this.folder = folder;
        checkpoint = folder.resolve("checkpoint");
        journal = folder.resolve("journal");
        table = folder.resolve(PROGRESS);
        learned = folder.resolve("learned");
        bundle = folder.resolve("policy.zip");
        soFar = folder.resolve("so-far.zip");
    }

    /** Writes a state. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes.
         *
         * @param out written
         * @throws IOException when it cannot be
         */
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a state. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads.
         *
         * @param in read
         * @throws IOException when it cannot be
         */
        void read(DataInputStream in) throws IOException;
    }

    /**
     * Replaces a file as a whole, with a checksum at the end; when it returns, the new one outlives a power cut.
     *
     * @param file replaced
     * @param content writes the new one
     * @throws IOException when it cannot be written
     */
    public void replace(final Path file, final Content content) throws IOException {
        final Path fresh = file.resolveSibling(file.getFileName() + ".new");
        final CRC32 sum = new CRC32();
        try (FileOutputStream bytes = new FileOutputStream(fresh.toFile());
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(bytes, sum)))) {
            out.writeInt(FORMAT);
            content.write(out);
            out.flush();
            out.writeLong(sum.getValue());
            out.flush();
            bytes.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    /**
     * Reads a file that {@link #replace} wrote.
     *
     * @param file read
     * @param reader takes its content
     * @throws IOException when it cannot be read
     * @throws ConfigException in one line when it is damaged, or of another version
     */
    public static void read(final Path file, final Reader reader) throws IOException {
        final byte[] all = Files.readAllBytes(file);
        final ByteArrayInputStream bytes = new ByteArrayInputStream(all);
        final DataInputStream in = new DataInputStream(bytes);
        String damage = null;
        try {
            if (in.readInt() != FORMAT) {
                throw new ConfigException(
                        file + " is of another version of this program, or damaged at its first bytes: go on with the"
                                + " version that wrote it, or begin again in another folder");
            }
            reader.read(in);
            final int length = all.length - bytes.available();
            final CRC32 sum = new CRC32();
            sum.update(all, 0, length);
            if (in.readLong() != sum.getValue()) {
                damage = "its sum is wrong";
            }
        } catch (final EOFException e) {
            damage = "it ends too soon";
        } catch (final IOException e) {
            damage = e.getMessage();
        }
        if (damage != null) {
            throw new ConfigException(file + " is damaged (" + damage + "): begin again in another folder, or take "
                    + file.getFileName() + " from a backup");
        }
    }

    /** Writes the actions of an iteration at its place in the journal. */
    void note(final int place, final float[] actions) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * actions.length);
        bytes.asFloatBuffer().put(actions);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = (long) place * bytes.capacity();
            if (place == 0) {
                channel.truncate(0);
            }
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }
    }

    /**
     * Reads the actions of an iteration from its place in the journal.
     *
     * @throws ConfigException in one line when they are not there
     */
    void recall(final int place, final float[] actions) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * actions.length);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            long at = (long) place * bytes.capacity();
            while (bytes.hasRemaining()) {
                final int read = channel.read(bytes, at);
                if (read < 0) {
                    throw unfinished("ends before the checkpoint");
                }
                at += read;
            }
        } catch (final NoSuchFileException e) {
            throw unfinished("is missing");
        }
        bytes.flip().asFloatBuffer().get(actions);
    }

    private ConfigException unfinished(final String what) {
        return new ConfigException(
                journal + " " + what + ", and without it the checkpoint is of no use: begin again in another folder");
    }

    /**
     * Locks the folder against other processes.
     *
     * @throws IOException when the lock's file cannot be made
     * @throws Refusal in one line when one is at work in it
     */
    public void lock() throws IOException {
        try {
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw occupied(null);
            }
        } catch (final OverlappingFileLockException e) {
            throw occupied(e);
        }
    }

    private Refusal occupied(final Exception cause) {
        return new Refusal(folder + ": another training is at work there; wait for it, or give another folder", cause);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
