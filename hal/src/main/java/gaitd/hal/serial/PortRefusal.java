package gaitd.hal.serial;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a port is not opened, in one line each. */
final class PortRefusal {
    private static final int EIO = 5;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;
    private static final int ENOTTY = 25;

    private PortRefusal() {}

    /** The device behind a path; throws what is wrong with it as far as that shows without opening it. */
    static Path device(final String path) {
        final Path asked = Path.of(path);
        if (!Files.exists(asked)) {
            throw new SerialException("there is no serial port " + path
                    + ": expected a device such as those in /dev/serial/by-path; plug the adapter in and look there, or run"
                    + " 'gaitd doctor', which lists the ports");
        }
        if (Files.isDirectory(asked) || Files.isRegularFile(asked)) {
            throw new SerialException(path + " is a " + (Files.isDirectory(asked) ? "directory" : "file")
                    + ", no serial port: expected a device such as those in /dev/serial/by-path; correct the path");
        }
        try {
            return asked.toRealPath();
        } catch (final IOException e) {
            throw notSet(path, e);
        }
    }

    /** What the library could not open. */
    static SerialException notOpened(final String path, final int baud, final int error) {
        final String advice = switch (error) {
            case EACCES ->
                "expected permission to read and write it; add the user to the group dialout (sudo usermod -aG"
                        + " dialout USER, then log in again) or run as root";
            case EAGAIN, EBUSY ->
                "expected that no other program has it; end that one (sudo fuser -v " + path + " names it)";
            case ENOTTY -> "expected a serial port; correct the path";
            case EINVAL -> "expected an adapter that does " + baud + " baud; take one that does";
            case EIO -> "expected that a device answers behind it; plug the adapter in again";
            default -> "expected a serial port in order; check the adapter and its cable (dmesg)";
        };
        return new SerialException(
                "cannot open the serial port " + path + " (" + CLibrary.words(error) + "): " + advice);
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
