package gaitd.robot.terminal;

import gaitd.robot.scenario.Key;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The user's terminal in raw mode: keys without Enter, and one line. Ctrl-C still is a signal.
 *
 * <p>Restores the terminal when closed, and when the process is told to end: lines written after that are still seen
 * while the robot sits down.
 */
public final class Screen implements AutoCloseable {
    private static final int WIDTH_UNKNOWN = 160;
    /** Kinds of terminals that know no escape sequences, as the variable {@code TERM} names them. */
    private static final Set<String> APPENDING = Set.of("", "dumb", "unknown");

    /** Held here, because the logging system drops loggers without a reference. */
    private static final Logger TERMINAL_LOG = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final Attributes before;
    private final PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    private final KeyDecoder decoder = new KeyDecoder();
    private boolean gone;

    private Screen(final Terminal terminal) {
        this.terminal = terminal;
        before = terminal.enterRawMode();
        final Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, true);
        terminal.setAttributes(raw);
    }

    /**
     * Whether a person sits at a terminal, for both input and output, that can write a line anew.
     *
     * @return false in pipes, services, tests, and on terminals that can only append
     */
    public static boolean isThere() {
        final String kind = System.getenv("TERM");
        return kind != null
                && !APPENDING.contains(kind)
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }

    /**
     * Opens the terminal.
     *
     * @return the screen, or null when the system does not allow raw mode
     */
    public static Screen open() {
        TERMINAL_LOG.setLevel(Level.OFF);
        try {
            return new Screen(TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .nativeSignals(false)
                    .graphemeCluster(false)
                    .build());
        } catch (final IOException | IllegalStateException e) {
            return null;
        }
    }

    /**
     * The next key pressed. Reads what is there and never waits, so that nothing blocks when the terminal is given back.
     *
     * @return the key, or null when none waits
     */
    public Key poll() {
        try {
            while (!gone && System.in.available() > 0) {
                final Key key = decoder.feed(System.in.read());
                if (key != null) {
                    return key;
                }
            }
        } catch (final IOException e) {
            gone = true;
        }
        return null;
    }

    /**
     * Whether the terminal was closed under the program.
     *
     * @return true for good
     */
    public boolean isGone() {
        return gone;
    }

    public int width() {
        try {
            final int columns = terminal.getSize().getColumns();
            return columns > 0 ? columns : WIDTH_UNKNOWN;
        } catch (final IllegalStateException e) {
            return WIDTH_UNKNOWN;
        }
    }

    public PrintWriter writer() {
        return out;
    }

    @Override
    public void close() {
        out.print("\r\n");
        out.flush();
        try {
            terminal.setAttributes(before);
            terminal.close();
        } catch (final IOException | IllegalStateException e) {
            TERMINAL_LOG.log(Level.FINE, "the terminal is closed already", e);
        }
    }
}
