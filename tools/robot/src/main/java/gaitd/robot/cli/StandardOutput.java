package gaitd.robot.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Standard output that keeps the error of a failed write, which Java's own discards. Writing itself never fails, so that a full disk does not stop a
 * walking robot; the error is reported when the process ends. A pipe closed by its reader is no error.
 */
final class StandardOutput extends OutputStream {
    private static final String READER_LEFT = "Broken pipe";
    private static final int BUFFER_BYTES = 8192;

    private final OutputStream file = new FileOutputStream(FileDescriptor.out);
    private volatile String failure;

    private StandardOutput() {}

    /** Takes the place of Java's. */
    static StandardOutput install() {
        final StandardOutput output = new StandardOutput();
        System.setOut(new PrintStream(new BufferedOutputStream(output, BUFFER_BYTES), false, StandardCharsets.UTF_8));
        return output;
    }

    @Override
    public void write(final int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(final byte[] bytes, final int offset, final int length) {
        try {
            file.write(bytes, offset, length);
        } catch (final IOException e) {
            final String reason = String.valueOf(e.getMessage());
            if (failure == null && !reason.contains(READER_LEFT)) {
                failure = reason;
            }
        }
    }

    /**
     * Tells when something could not be written.
     *
     * @param code the exit code as far as the command is concerned
     * @param err where refusals go
     * @return the exit code of the process
     */
    int ended(final int code, final PrintWriter err) {
        System.out.flush();
        if (failure == null) {
            return code;
        }
        err.println("gaitd: standard output cannot be written (" + failure
                + "), so what was printed is incomplete; expected room and permission; look at where it goes");
        return code == ExitCode.OK ? ExitCode.REFUSED : code;
    }
}
