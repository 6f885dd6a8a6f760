package gaitd.hal.serial;

import java.io.Serial;

/**
 * A serial port could not be opened or set. The message is one line: what is wrong, what was expected, what to do.
 *
 * <p>Thrown at start-up only, never by a line in use.
 */
public final class SerialException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SerialException(final String message) {
        super(message);
    }
}
