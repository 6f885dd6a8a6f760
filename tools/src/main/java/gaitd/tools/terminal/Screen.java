package gaitd.tools.terminal;

import gaitd.tools.run.Key;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The person's terminal: keys without waiting for Enter, and room for one line. Gives the terminal back when closed. */
public final class Screen implements AutoCloseable {
    private static final int WIDTH_UNKNOWN = 160;
    /** Kept here, because the logging system forgets loggers nobody holds. */
    private static final Logger TERMINAL_LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Attributes before;
    private final Queue<Key> keys = new ConcurrentLinkedQueue<>();
    private volatile boolean gone;

    private Screen(final Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
        final Thread reader = new Thread(this::read, "gaitd-keys");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Whether a person sits at a terminal, for both input and output.
     *
     * @return false in pipes, services and tests
     */
    public static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /**
     * Takes the terminal.
     *
     * @return the screen, or null when the system does not let the terminal be used so
     */
    public static Screen open() {
        TERMINAL_LOG.setLevel(Level.OFF);
        try {
            return new Screen(TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .nativeSignals(false)
                    .build());
        } catch (final IOException | IllegalStateException e) {
            return null;
        }
    }

    private void read() {
        final KeyDecoder decoder = new KeyDecoder();
        try {
            for (int c = terminal.reader().read(); c >= 0; c = terminal.reader().read()) {
                final Key key = decoder.feed(c);
                if (key != null) {
                    keys.add(key);
                }
            }
        } catch (final IOException e) {
            // a terminal that cannot be read is gone, as below
        }
        gone = true;
    }

    /**
     * The next key pressed.
     *
     * @return the key, or null when none waits
     */
    Key poll() {
        return keys.poll();
    }

    /**
     * Whether the terminal was closed under the program.
     *
     * @return true for good
     */
    boolean isGone() {
        return gone;
    }

    int width() {
        final int columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : WIDTH_UNKNOWN;
    }

    PrintWriter writer() {
        return terminal.writer();
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (final IOException e) {
            TERMINAL_LOG.log(Level.FINE, "the terminal did not close", e);
        }
    }
}
