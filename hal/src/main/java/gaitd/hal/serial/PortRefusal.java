package gaitd.hal.serial;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;

/** Why a port is not opened, in one line each. */
final class PortRefusal {
    private static final int EIO = 5;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;

    private PortRefusal() {}

    /** The device behind a path; throws what is wrong with it as far as that shows without opening it. */
    static Path device(final String path) {
        final Path asked;
        try {
            asked = Path.of(path);
        } catch (final InvalidPathException e) {
            throw absent(path);
        }
        if (path.isEmpty() || !Files.exists(asked)) {
            throw absent(path);
        }
        if (Files.isDirectory(asked) || Files.isRegularFile(asked)) {
            throw new SerialException(path + " is a " + (Files.isDirectory(asked) ? "directory" : "file")
                    + ", no serial port: expected a device such as those in /dev/serial/by-path; correct the path");
        }
        try {
            final Path device = asked.toRealPath();
            if (!TerminalDrivers.know(device)) {
                throw new SerialException(
                        path
                                + " is no serial port: expected a device such as those in /dev/serial/by-path; correct the path");
            }
            return device;
        } catch (final IOException e) {
            throw notSet(path, e);
        }
    }

    private static SerialException absent(final String path) {
        return new SerialException("there is no serial port "
                + (path.isEmpty() ? "''" : path.replace('\0', '?'))
                + ": expected a device such as those in /dev/serial/by-path; plug the adapter in and look there, or run"
                + " 'gaitd doctor', which lists the ports");
    }

    /** No adapter can be asked for it. */
    static SerialException noSpeed(final String path, final int baud) {
        return new SerialException("cannot set the serial port " + path + ": " + baud
                + " baud is no speed: expected a positive number such as 4800000; correct it");
    }

    /** This program has it open. */
    static SerialException openHere(final String path) {
        return new SerialException("the serial port " + path
                + " is open in this program already: expected another port for each use; correct the path");
    }

    /** Other programs have it open. */
    static SerialException held(final String path, final List<String> holders) {
        return new SerialException("the serial port " + path + " is in use by " + String.join(", ", holders)
                + ": expected to be the only one, since each would take the other's answers; end that program first");
    }

    /** What the library could not open. */
    static SerialException notOpened(final String path, final Path device, final int baud, final int error) {
        final String advice = switch (error) {
            case EACCES -> advicePermission(device);
            case EAGAIN, EBUSY ->
                "expected that no other program has it; end that one (sudo fuser -v " + device + " names it)";
            case EINVAL -> "expected an adapter that does " + baud + " baud; take one that does";
            case EIO -> "expected that a device answers behind it; plug the adapter in again";
            default -> "expected a serial port in order; check the adapter and its cable (dmesg)";
        };
        return new SerialException(
                "cannot open the serial port " + path + " (" + CLibrary.words(error) + "): " + advice);
    }

    private static String advicePermission(final Path device) {
        return "expected permission to read and write it; add the user to its group (sudo usermod -aG " + group(device)
                + " USER, then log in again)";
    }

    private static String group(final Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (final IOException unknown) {
            return "dialout";
        }
    }

    static SerialException notSet(final String path, final IOException cause) {
        return new SerialException("cannot set the serial port " + path + " (" + cause.getMessage()
                + "): expected a driver that takes settings; check the adapter and its cable (dmesg)");
    }

    static SerialException notRaw(final String path) {
        return new SerialException("the serial port " + path
                + " does not take 8 data bits, no parity, 1 stop bit: expected an adapter that does; take another one");
    }

    static SerialException wrongSpeed(final String path, final int asked, final int set) {
        return new SerialException("the serial port " + path + " does " + set + " baud when " + asked
                + " are asked for: expected at most 2 % off; take an adapter that does " + asked + " baud");
    }
}
