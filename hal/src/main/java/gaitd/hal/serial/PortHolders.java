package gaitd.hal.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other processes that have a device open, as far as this user may see them. */
final class PortHolders {
    private static final Path ALL = Path.of("/proc");

    private PortHolders() {}

    /** Such as {@code minicom (process 4711)}. */
    static List<String> of(final Path device) {
        final List<String> found = new ArrayList<>();
        final String own = String.valueOf(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(ALL, "[1-9]*")) {
            for (final Path process : processes) {
                final String number = process.getFileName().toString();
                if (!number.equals(own) && OpenDescriptors.has(process.resolve("fd"), device)) {
                    found.add(name(process) + " (process " + number + ")");
                }
            }
        } catch (final IOException hidden) {
            return found;
        }
        return found;
    }

    private static String name(final Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (final IOException gone) {
            return "a program";
        }
    }
}
