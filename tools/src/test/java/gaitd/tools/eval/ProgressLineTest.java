package gaitd.tools.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The line of a long evaluation. */
class ProgressLineTest {
    @Test
    void tellsTheTimeLeft() {
        final StringWriter text = new StringWriter();
        final AtomicLong nowNs = new AtomicLong();
        final ProgressLine line = new ProgressLine(new PrintWriter(text), 100, nowNs::get);
        line.accept(1);
        assertEquals("", text.toString());
        nowNs.set(30_000_000_000L);
        line.accept(24);
        assertTrue(text.toString().contains("25 of 100 walks, 1:30 left"), text.toString());
        line.clear();
        assertTrue(text.toString().endsWith(" \r"), text.toString());
    }
}
