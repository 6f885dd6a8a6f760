package gaitd.robot.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the files of a recording. */
final class RecordingFiles {
    private static final Pattern NUMBERED = Pattern.compile("(.*-)(\\d{4,})(\\.mcap)");

    private RecordingFiles() {}

    /** The file of the recording that follows a file; null when there is none. */
    static Path after(final Path file) {
        final Matcher name = NUMBERED.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return null;
        }
        final Path next = file.resolveSibling(name.group(1)
                + String.format(Locale.ROOT, "%04d", Integer.parseInt(name.group(2)) + 1)
                + name.group(3));
        return Files.exists(next) ? next : null;
    }
}
