package gaitd.runtime.rt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the soft limits of this process from {@code /proc/self/limits}. */
final class Limits {
    /** The kernel's file. */
    static final Path OF_THIS_PROCESS = Path.of("/proc/self/limits");

    private final Path file;

    Limits(final Path file) {
        this.file = file;
    }

    /** A limit as text, {@code unknown} where there is none. */
    String soft(final String name) {
        try {
            for (final String line :
                    Files.readString(file, StandardCharsets.US_ASCII).lines().toList()) {
                if (line.startsWith(name)) {
                    return line.substring(name.length()).strip().replaceFirst("\\s.*", "");
                }
            }
        } catch (final IOException e) {
            return "unknown";
        }
        return "unknown";
    }
}
