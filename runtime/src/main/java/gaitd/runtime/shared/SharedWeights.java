package gaitd.runtime.shared;

import gaitd.runtime.adapt.PolicySlot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A learner's end of a control process's policy slot. One learner a control process, kept by a lock on the slot's file that the system
 * frees however the learner ends.
 */
public final class SharedWeights implements AutoCloseable {
    private final PolicySlot slot;
    private final FileChannel lockFile;

    private SharedWeights(final PolicySlot slot, final FileChannel lockFile) {
        this.slot = slot;
        this.lockFile = lockFile;
    }

    /**
     * Takes the writer's end of the slot of a control process that runs or ran.
     *
     * @param folder the shared folder
     * @return to be closed
     * @throws SharedException when there is none, its header or size is wrong, or another learner has it
     */
    public static SharedWeights open(final Path folder) {
        final PolicySlot slot =
                new PolicySlot(SharedClient.open(folder, SharedKind.POLICY).memory());
        final Path file = folder.resolve(SharedKind.POLICY.fileName);
        // Opened after the slot was mapped: to close any channel of a file frees the locks that this process has on it.
        try {
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new SharedWeights(slot, channel);
            }
            channel.close();
        } catch (final IOException e) {
            throw new SharedException(file + " cannot be locked: " + SharedFile.reason(e), e);
        }
        throw new SharedException("another learner adapts the policy of the control process on " + folder
                + "; end it, or name another folder with --shared DIR");
    }

    /**
     * A reader's end of the slot of a control process, beside the learner and control.
     *
     * @param folder the shared folder
     * @return its end, mapped read-only; null when there is no slot
     * @throws SharedException when its header or size is wrong
     */
    public static PolicySlot reader(final Path folder) {
        final SharedFile file = SharedFile.open(folder, SharedKind.POLICY, false);
        return file == null ? null : new PolicySlot(file.memory());
    }

    private static boolean isLocked(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Where to publish weights.
     *
     * @return the writer's end
     */
    public PolicySlot slot() {
        return slot;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (final IOException e) {
            // the system frees it with the process
        }
    }
}
