package gaitd.hal.serial;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Opens a port, says so, and does what its first argument tells. */
public final class SerialChildMain {
    static final int FRAMES = 10;
    static final int FRAME_BYTES = 34;

    private static final long FRAME_NS = 50_000_000L;
    private static final long LONGEST_NS = 30_000_000_000L;

    private SerialChildMain() {}

    public static void main(final String[] arguments) {
        final SerialDevice port;
        try {
            port = SerialDevice.open(arguments[1], 4_800_000);
        } catch (final SerialException e) {
            System.out.println(e.getMessage());
            return;
        }
        switch (arguments[0]) {
            case "hold" -> {
                System.out.println(SerialChild.READY);
                LockSupport.parkNanos(LONGEST_NS);
            }
            case "sit" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> sitDown(port)));
                System.out.println(SerialChild.READY);
                LockSupport.parkNanos(LONGEST_NS);
            }
            case "open" -> {
                port.close();
                System.out.println(SerialChild.READY);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** As a robot is told to in its last half second. */
    private static void sitDown(final SerialDevice port) {
        final byte[] frame = new byte[FRAME_BYTES];
        for (int i = 1; i <= FRAMES; i++) {
            Arrays.fill(frame, (byte) i);
            port.write(frame, 0, frame.length);
            LockSupport.parkNanos(FRAME_NS);
        }
        port.close();
    }
}
