package gaitd.robot.cli;

import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Result files: checked before the work begins, written when it is done. */
public final class Outputs {
    private Outputs() {}

    /** Refuses a file that cannot be written, before a long run. */
    public static void check(final Path file, final String flag) {
        if (file == null) {
            return;
        }
        final Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new ConfigException(flag + " " + file + ": is a folder, expected a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigException(flag + " " + file + ": there is no folder " + folder);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            if (!Files.isWritable(file)) {
                throw new Refusal(flag + " " + file + ": no permission to write into it");
            }
            return;
        }
        if (!Files.isWritable(folder)) {
            throw new Refusal(flag + " " + file + ": no permission to write in " + folder);
        }
    }

    /** Makes a folder for result files, or refuses. */
    public static void checkFolder(final Path folder, final String flag) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (final FileAlreadyExistsException e) {
            throw new ConfigException(flag + " " + folder + ": is a file, expected a folder");
        } catch (final IOException e) {
            throw new Refusal(flag + " " + folder + ": cannot be made (" + e + ")", e);
        }
        if (!Files.isWritable(folder)) {
            throw new Refusal(flag + " " + folder + ": no permission to write in it");
        }
    }

    public static void write(final Report report, final Path file, final String flag) {
        if (file == null) {
            return;
        }
        try {
            report.write(file);
        } catch (final IOException e) {
            throw new Refusal(flag + " " + file + ": cannot be written (" + e + ")", e);
        }
    }
}
