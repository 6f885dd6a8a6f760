package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleStore;
import gaitd.robot.report.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file in a store that names the shared folder in which its learner meets control. */
final class MeetingFile {
    private static final String NAME = "shared";
    private static final int BYTES_MAX = 4096;

    private MeetingFile() {}

    /** Writes it. */
    static void write(final Path store, final Path shared) throws IOException {
        DurableFile.replace(
                store.resolve(NAME), shared.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The folder of the learner that wrote there last, or null when none did. */
    static Path read(final Path store) throws IOException {
        try {
            return Path.of(new String(BundleStore.readAtMost(store.resolve(NAME), BYTES_MAX), StandardCharsets.UTF_8));
        } catch (final NoSuchFileException | InvalidPathException e) {
            return null;
        }
    }
}
