package gaitd.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/**
 * A serial port of this computer: raw bytes of 8 bits, no parity, 1 stop bit, at any speed that its driver can.
 *
 * <p>jSerialComm opens, locks and sets the device. Bytes go over a descriptor of the program's own, since that library's calls allocate,
 * and since it closes its ports at shutdown while a robot still has to be told to sit down.
 */
public final class SerialDevice implements SerialLine {
    /** A speed off by more than this is refused: the tenth bit of a byte would be read in its outer third. */
    public static final double BAUD_TOLERANCE = 0.02;

    private final SerialPort port;
    private final DescriptorLine line;
    private final int baud;

    private SerialDevice(final SerialPort port, final DescriptorLine line, final int baud) {
        this.port = port;
        this.line = line;
        this.baud = baud;
    }

    /**
     * Opens a port for this process alone.
     *
     * @param path the device, or a link to it such as those of /dev/serial/by-path
     * @param baud the speed, bits per second
     * @return the open port
     * @throws SerialException when there is no such port, it is not allowed or not free, or cannot do that
     */
    public static SerialDevice open(final String path, final int baud) {
        final Path device = PortRefusal.device(path);
        synchronized (SerialDevice.class) {
            final SerialPort port = SerialPort.getCommPort(device.toString());
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            if (!port.openPort(0)) {
                throw PortRefusal.notOpened(path, baud, port.getLastErrorCode());
            }
            try {
                return set(port, path, device, baud);
            } catch (final SerialException e) {
                port.closePort();
                throw e;
            }
        }
    }

    private static SerialDevice set(final SerialPort port, final String path, final Path device, final int baud) {
        final DescriptorLine line = new DescriptorLine(path, OpenDescriptors.duplicate(device), false);
        try (Arena arena = Arena.ofConfined()) {
            final Termios settings = new Termios(arena);
            settings.get(line.descriptor());
            settings.raw();
            settings.set(line.descriptor());
            settings.get(line.descriptor());
            if (!settings.isRaw()) {
                throw PortRefusal.notRaw(path);
            }
            final int set = settings.outputBaud();
            if (off(set, baud) || off(settings.inputBaud(), baud)) {
                throw PortRefusal.wrongSpeed(path, baud, set);
            }
            return new SerialDevice(port, line, set);
        } catch (final IOException e) {
            line.close();
            throw PortRefusal.notSet(path, e);
        } catch (final SerialException e) {
            line.close();
            throw e;
        }
    }

    private static boolean off(final int set, final int asked) {
        return Math.abs((double) set - asked) > BAUD_TOLERANCE * asked;
    }

    /**
     * The speed that the driver says it does.
     *
     * @return bits per second, within {@link #BAUD_TOLERANCE} of what was asked for
     */
    public int baud() {
        return baud;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public boolean write(final byte[] bytes, final int offset, final int length) {
        return line.write(bytes, offset, length);
    }

    @Override
    public int read(final byte[] into, final int offset, final int length) {
        return line.read(into, offset, length);
    }

    @Override
    public boolean await(final long timeoutNs) {
        return line.await(timeoutNs);
    }

    @Override
    public boolean lost() {
        return line.lost();
    }

    @Override
    public void close() {
        line.close();
        port.closePort();
    }
}
