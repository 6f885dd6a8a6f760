package gaitd.hal.serial;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Descriptors of this process: where jSerialComm, which does not tell, has opened a device. */
final class OpenDescriptors {
    private static final Path OWN = Path.of("/proc/self/fd");

    private OpenDescriptors() {}

    /** Whether this process has a device open. */
    static boolean has(final Path device) {
        return has(OWN, device);
    }

    /** Whether a process has a device open, by its folder of descriptors; false too if that may not be read. */
    static boolean has(final Path descriptors, final Path device) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (final Path one : all) {
                if (leadsTo(one, device)) {
                    return true;
                }
            }
        } catch (final IOException notOursOrGone) {
            return false;
        }
        return false;
    }

    /** A descriptor of one's own beside the one that is open for a device; throws a {@link SerialException}. */
    static int duplicate(final Path device) {
        try (Arena arena = Arena.ofConfined();
                DirectoryStream<Path> all = Files.newDirectoryStream(OWN)) {
            for (final Path one : all) {
                if (leadsTo(one, device)) {
                    final MemorySegment error = arena.allocate(CLibrary.ERROR);
                    final int mine = TerminalCalls.duplicate(
                            error, Integer.parseInt(one.getFileName().toString()));
                    if (mine < 0) {
                        throw PortRefusal.notSet(device.toString(), CLibrary.exception(error));
                    }
                    return mine;
                }
            }
        } catch (final IOException e) {
            throw PortRefusal.notSet(device.toString(), e);
        }
        throw PortRefusal.notSet(device.toString(), new IOException("not among the files in " + OWN));
    }

    private static boolean leadsTo(final Path link, final Path device) {
        try {
            return Files.readSymbolicLink(link).equals(device);
        } catch (final IOException closedMeanwhile) {
            return false;
        }
    }
}
