package gaitd.runtime.shared;

import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.StopWord;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.frame.TickRing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The control process's end of a shared folder: makes all files afresh, so that nothing of an earlier process is used.
 *
 * <p>One control process a folder, kept by a lock that the system frees however the process ends. Closing frees the lock and
 * leaves the files, for whoever still reads them.
 */
public final class SharedFolder implements AutoCloseable {
    /** The folder when none is named. */
    public static final String DEFAULT_FOLDER = "/dev/shm/gaitd";

    private static final String LOCK = "control.lock";

    private final FileChannel lockFile;
    private final FileLock lock;
    private final TickRing frames;
    private final CommandRing commands;
    private final LearnerLink learner;
    private final Counters counters;

    private SharedFolder(final FileChannel lockFile, final FileLock lock, final Path folder) {
        this.lockFile = lockFile;
        this.lock = lock;
        final long startedNs = System.nanoTime();
        counters = new Counters(
                SharedFile.create(folder, SharedKind.COUNTERS, startedNs).memory());
        final ExperienceRing experience = new ExperienceRing(
                SharedFile.create(folder, SharedKind.EXPERIENCE, startedNs).memory());
        learner = new LearnerLink(
                experience,
                SharedFile.create(folder, SharedKind.POLICY, startedNs).memory());
        final StopWord stop = new StopWord(
                SharedFile.create(folder, SharedKind.STOP, startedNs).memory());
        commands = new CommandRing(
                SharedFile.create(folder, SharedKind.COMMANDS, startedNs).memory(), stop);
        frames = new TickRing(
                SharedFile.create(folder, SharedKind.FRAMES, startedNs).memory());
    }

    /**
     * Takes a folder.
     *
     * @param folder made if it is not there
     * @return its files, new
     * @throws SharedException when the folder cannot be used, is full, is another's, or serves a control process already
     */
    public static SharedFolder create(final Path folder) {
        prepare(folder);
        prepare(folder.resolve(SharedKind.OPERATORS));
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            final FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder);
            }
            final SharedFolder shared = new SharedFolder(channel, lock, folder);
            channel = null;
            return shared;
        } catch (final OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (final IOException e) {
            throw unusable(folder, e);
        } finally {
            closeQuietly(channel);
        }
    }

    private static void prepare(final Path folder) {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---")));
            }
            FolderTrust.require(folder);
        } catch (final IOException e) {
            throw unusable(folder, e);
        }
    }

    private static SharedException inUse(final Path folder) {
        return new SharedException("a control process runs on " + folder
                + " already; stop it first, or name another folder with --shared DIR");
    }

    private static SharedException unusable(final Path folder, final IOException e) {
        return new SharedException(
                folder + " cannot be used: " + SharedFile.reason(e) + "; it has to be a folder that this user may write"
                        + " (ls -ld " + folder + "), or name another with --shared DIR",
                e);
    }

    private static void closeQuietly(final FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (final IOException e) {
            // it ends with the process
        }
    }

    /**
     * Where the control loop publishes.
     *
     * @return the ring in shared memory
     */
    public TickRing frames() {
        return frames;
    }

    /**
     * Where commands come from.
     *
     * @return the ring in shared memory
     */
    public CommandRing commands() {
        return commands;
    }

    /**
     * What passes between the control loop and a learner.
     *
     * @return the link in shared memory
     */
    public LearnerLink learner() {
        return learner;
    }

    /**
     * What the other processes count.
     *
     * @return the counters in shared memory
     */
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (final IOException e) {
            // the system frees it with the process
        }
        closeQuietly(lockFile);
    }
}
