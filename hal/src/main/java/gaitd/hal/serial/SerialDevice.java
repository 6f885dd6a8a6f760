package gaitd.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;

/**
 * A serial port of this computer: raw bytes of 8 bits, no parity, 1 stop bit, at any speed that its driver can.
 *
 * <p>jSerialComm opens, locks and sets the device. Bytes go over a descriptor of the program's own, since that library's calls allocate,
 * and since it closes its ports at shutdown while a robot still has to be told to sit down.
 */
public final class SerialDevice implements SerialLine {
    /** A speed off by more than this is refused: the tenth bit of a byte would be read in its outer third. */
    public static final double BAUD_TOLERANCE = 0.02;

    private static final Path SYSTEM = Path.of("/sys");
    private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

    private final SerialPort port;
    private final DescriptorLine line;
    private final PortSetup setup;
    private boolean closed;

    private SerialDevice(final SerialPort port, final DescriptorLine line, final PortSetup setup) {
        this.port = port;
        this.line = line;
        this.setup = setup;
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
        if (baud <= 0) {
            throw PortRefusal.noSpeed(path, baud);
        }
        synchronized (SerialDevice.class) {
            NativeLibrary.load();
            final List<String> holders = PortHolders.of(device);
            if (OpenDescriptors.has(device)) {
                throw PortRefusal.openHere(path);
            }
            if (!holders.isEmpty()) {
                throw PortRefusal.held(path, holders);
            }
            final SerialPort port = SerialPort.getCommPort(device.toString());
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            if (!port.openPort(0)) {
                throw PortRefusal.notOpened(path, device, baud, port.getLastErrorCode());
            }
            DescriptorLine line = null;
            try {
                line = new DescriptorLine(path, OpenDescriptors.duplicate(device), false);
                final SerialDevice opened = new SerialDevice(port, line, set(line, path, device, baud));
                ShutdownHold.opened(line);
                return opened;
            } catch (final SerialException e) {
                if (line != null) {
                    line.close();
                }
                port.closePort();
                throw e;
            }
        }
    }

    private static PortSetup set(final DescriptorLine line, final String path, final Path device, final int baud) {
        final int descriptor = line.descriptor();
        final int set;
        try (Arena arena = Arena.ofConfined()) {
            final Termios settings = new Termios(arena);
            settings.get(descriptor);
            settings.raw();
            settings.set(descriptor);
            settings.get(descriptor);
            if (!settings.isRaw()) {
                throw PortRefusal.notRaw(path);
            }
            set = settings.outputBaud();
            if (isOff(set, baud) || isOff(settings.inputBaud(), baud)) {
                throw PortRefusal.wrongSpeed(path, baud, set);
            }
        } catch (final IOException e) {
            throw PortRefusal.notSet(path, e);
        }
        // A pseudo-terminal would stay exclusive after this process, for as long as its other end is there.
        if (!device.startsWith(PSEUDO_TERMINALS)) {
            Exclusive.set(descriptor);
        }
        final LatencyTimer timer = new LatencyTimer(SYSTEM, device.getFileName().toString());
        timer.shorten();
        return new PortSetup(path, device, baud, set, LowLatency.ask(descriptor), timer.ms());
    }

    /** Whether a speed is further from the one asked for than {@link #BAUD_TOLERANCE}. */
    static boolean isOff(final int set, final int asked) {
        return Math.abs((double) set - asked) > BAUD_TOLERANCE * asked;
    }

    /**
     * What the port is set to.
     *
     * @return as read back from its driver when it was opened
     */
    public PortSetup setup() {
        return setup;
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
    public synchronized void close() {
        if (!closed) {
            closed = true;
            line.close();
            port.closePort();
            ShutdownHold.closed(line);
        }
    }
}
