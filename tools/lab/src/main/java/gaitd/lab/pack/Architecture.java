package gaitd.lab.pack;

import java.util.List;
import java.util.Locale;

/** A processor that packages are made for. */
public enum Architecture {
    /** 64-bit Intel and AMD. */
    AMD64("x86_64|x86-64|amd64|x64"),
    /** 64-bit ARM. */
    ARM64("arm64|aarch64|armv8_64");

    private static final List<String> LIBRARIES = List.of(".so", ".dll", ".dylib", ".jnilib");

    private final String names;

    Architecture(final String names) {
        this.names = names;
    }

    /**
     * Debian's name.
     *
     * @return such as {@code amd64}
     */
    public String debianName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file of a jar is needed: all but native libraries of other systems and processors. */
    boolean wants(final String path) {
        final String lower = path.toLowerCase(Locale.ROOT);
        if (LIBRARIES.stream().noneMatch(lower::endsWith)) {
            return true;
        }
        return lower.matches("(.*[/-])?linux[/-].*")
                && lower.matches("(.*[/-])?(" + names + ")[/-].*")
                && !lower.contains("musl");
    }
}
