package gaitd.robot.log;

import gaitd.mcap.McapException;
import gaitd.mcap.McapLimits;
import gaitd.mcap.McapSource;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Files of the log commands, with refusals that name the file. */
final class LogFiles {
    static final McapLimits LIMITS = McapLimits.USUAL;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long NS_PER_S = 1_000_000_000L;

    private LogFiles() {}

    /** Work on an open file. */
    interface Work<T> {
        T run(McapSource source) throws IOException;
    }

    /** Does it; a broken file and an error of the system become one line. */
    static <T> T with(final Path file, final Work<T> work) {
        return with(file, "; gaitd log repair saves what can be read", work);
    }

    /** Likewise, with advice for whoever has a broken file. */
    static <T> T with(final Path file, final String advice, final Work<T> work) {
        try (McapSource source = McapSource.of(file)) {
            return work.run(source);
        } catch (final McapException e) {
            throw new ConfigException(file + ": " + e.getMessage() + advice);
        } catch (final NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file");
        } catch (final AccessDeniedException e) {
            throw new Refusal(file + ": no permission to read it", e);
        } catch (final IOException e) {
            throw new Refusal(file + ": cannot be read (" + e + ")", e);
        }
    }

    /** What writes a new file. */
    interface Making<T> {
        T into(OutputStream out) throws IOException;
    }

    /** Makes a file that is there only when it is whole. */
    static <T> T make(final Path file, final Making<T> making) throws IOException {
        final Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            final T made = making.into(Files.newOutputStream(half));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    static String time(final long ns) {
        return TIME.format(
                Instant.ofEpochSecond(Long.divideUnsigned(ns, NS_PER_S), Long.remainderUnsigned(ns, NS_PER_S)));
    }
}
