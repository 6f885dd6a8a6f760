package gaitd.tools;

import gaitd.tools.cli.Gaitd;
import gaitd.tools.cli.Interrupts;
import gaitd.tools.image.Canvas;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args command and flags
     */
    public static void main(final String[] args) {
        Canvas.needNoDisplay();
        final Interrupts interrupts = new Interrupts();
        interrupts.listen();
        final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        final int code = Gaitd.execute(args, out, err, interrupts);
        interrupts.finish(code);
        System.exit(code);
    }
}
