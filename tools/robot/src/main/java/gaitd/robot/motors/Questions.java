package gaitd.robot.motors;

import gaitd.runtime.config.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Asks a person to do something, and waits for Enter. */
final class Questions {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    private final PrintWriter out;

    Questions(final PrintWriter out) {
        this.out = out;
    }

    /** Waits until it is done. */
    void done(final String what) {
        answer(what + ", then press Enter: ");
    }

    /** Whether the answer is yes, written out. */
    boolean yes(final String what) {
        return "yes".equals(answer(what + " (yes/no): ").strip());
    }

    private String answer(final String question) {
        out.print(question);
        out.flush();
        final String line;
        try {
            line = in.readLine();
        } catch (final IOException e) {
            throw new Refusal("no answer can be read (" + e.getMessage() + "); run this at a terminal", e);
        }
        if (line == null) {
            out.println();
            throw new Refusal("nobody answers: expected a person at a terminal; run this at one");
        }
        return line;
    }
}
