package gaitd.hal.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a USB serial adapter keeps received bytes before it hands them on, ms. Adapters of FTDI have such a timer, 16 ms after
 * plugging in, and hand on at once only when 62 bytes are together.
 */
public final class LatencyTimer {
    /** What {@link #ms} gives of an adapter without one. */
    public static final int NONE = -1;

    /** The shortest that there is. */
    public static final int SHORTEST_MS = 1;

    private final Path file;

    /**
     * The timer of a port.
     *
     * @param system /sys
     * @param port the device's own name, such as {@code ttyUSB0}
     */
    public LatencyTimer(final Path system, final String port) {
        file = system.resolve("bus/usb-serial/devices").resolve(port).resolve("latency_timer");
    }

    /**
     * What is set.
     *
     * @return ms, or {@link #NONE}
     */
    public int ms() {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (final IOException | NumberFormatException none) {
            return NONE;
        }
    }

    /** Sets the shortest, where there is a timer and this user may; {@link #ms} tells what became of it. */
    void shorten() {
        if (ms() > SHORTEST_MS) {
            try {
                Files.writeString(file, SHORTEST_MS + "\n");
            } catch (final IOException notAllowed) {
                return;
            }
        }
    }

    /**
     * How to shorten it by hand.
     *
     * @return a command
     */
    public String command() {
        return "echo " + SHORTEST_MS + " | sudo tee " + file;
    }
}
