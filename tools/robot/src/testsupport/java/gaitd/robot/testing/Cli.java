package gaitd.robot.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.robot.Gaitd;
import gaitd.robot.cli.Interrupts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * The command line run inside the test's JVM, its output caught.
 *
 * @param code exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record Cli(int code, String out, String err) {
    public static Cli run(final String... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = Gaitd.execute(args, new PrintWriter(out), new PrintWriter(err), new Interrupts());
        return new Cli(code, out.toString(), err.toString());
    }

    /** Checks that it ended with this code and one line on standard error, and returns the line. */
    public String refusedWith(final int expected) {
        assertEquals(expected, code, this::toString);
        final List<String> lines = errors();
        assertEquals(1, lines.size(), () -> "one line expected: " + err);
        return lines.getFirst().strip();
    }

    /** Lines of standard error, without the one that says of a bare system that it draws no pictures. */
    public List<String> errors() {
        return err.lines()
                .filter(line -> !line.startsWith("gaitd: no picture can be drawn here"))
                .toList();
    }
}
