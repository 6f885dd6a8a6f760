package gaitd.hal.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Names of serial ports that stay the same after a restart and another order of plugging: by the socket that an adapter is in
 * (/dev/serial/by-path), or by its maker and serial number (/dev/serial/by-id).
 */
public final class StableNames {
    private static final List<String> FOLDERS = List.of("serial/by-path", "serial/by-id");

    private final Path devices;

    /**
     * Names below a folder.
     *
     * @param devices /dev
     */
    public StableNames(final Path devices) {
        this.devices = devices;
    }

    /**
     * The stable names of a device.
     *
     * @param device its path, or one of its names
     * @return those by path first, each kind in order; empty if it has none
     */
    public List<Path> of(final Path device) {
        final List<Path> found = new ArrayList<>();
        for (final String folder : FOLDERS) {
            final List<Path> kind = new ArrayList<>();
            try (DirectoryStream<Path> links = Files.newDirectoryStream(devices.resolve(folder))) {
                for (final Path link : links) {
                    if (Files.isSymbolicLink(link) && same(link, device)) {
                        kind.add(link);
                    }
                }
            } catch (final IOException none) {
                continue;
            }
            Collections.sort(kind);
            found.addAll(kind);
        }
        return found;
    }

    /** Whether a name is one of those that stay. */
    boolean isStable(final Path name) {
        return FOLDERS.stream().anyMatch(folder -> name.startsWith(devices.resolve(folder)));
    }

    private static boolean same(final Path link, final Path device) {
        try {
            return link.toRealPath().equals(device.toRealPath());
        } catch (final IOException dangling) {
            return false;
        }
    }
}
