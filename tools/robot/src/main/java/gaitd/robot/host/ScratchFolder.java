package gaitd.robot.host;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder on a disk that is gone when it is closed.
 *
 * @param path where
 */
public record ScratchFolder(Path path) implements AutoCloseable {
    /**
     * Makes one.
     *
     * @param name that its own begins with
     * @return to be closed
     * @throws IOException when it cannot be made
     */
    public static ScratchFolder create(final String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(name));
    }

    /**
     * Removes it.
     *
     * @throws Refusal in one line when it cannot be removed
     */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException e) {
            throw new Refusal(path + " cannot be removed: " + e.getMessage() + "; remove it by hand", e);
        }
    }
}
