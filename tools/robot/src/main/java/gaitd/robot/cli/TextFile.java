package gaitd.robot.cli;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text files that somebody named. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads one.
     *
     * @param file which
     * @return its text
     * @throws ConfigException in one line that begins with its name
     */
    public static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file");
        } catch (final AccessDeniedException e) {
            throw new ConfigException(file + ": no permission to read it");
        } catch (final CharacterCodingException e) {
            throw new ConfigException(file + ": is not a text in UTF-8");
        } catch (final IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads one that only its owner, or the owner and a group, may open.
     *
     * @param file which
     * @return its text
     * @throws ConfigException in one line that begins with its name
     */
    public static String secret(final Path file) {
        final String text = read(file);
        try {
            if (Files.getPosixFilePermissions(file).stream()
                    .anyMatch(permission -> permission.name().startsWith("OTHERS_"))) {
                throw new ConfigException(file + ": every user may open it: expected a secret; chmod o= " + file);
            }
        } catch (final IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e.getMessage() + ")");
        }
        return text;
    }
}
