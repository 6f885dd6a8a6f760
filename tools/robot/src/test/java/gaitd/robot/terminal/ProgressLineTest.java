package gaitd.robot.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The line of long work. */
class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong nowNs = new AtomicLong();

    @Test
    void tellsTheTimeLeft() {
        final ProgressLine line = new ProgressLine(new PrintWriter(text), "walks", 100, 0, nowNs::get);
        line.accept(1);
        assertEquals("", text.toString());
        nowNs.set(30_000_000_000L);
        line.accept(24);
        assertTrue(text.toString().contains("25 of 100 walks, 1:30 left"), text.toString());
        line.clear();
        assertTrue(text.toString().endsWith(" \r"), text.toString());
    }

    @Test
    void workOfAnEarlierTimeDoesNotMakeItLookFaster() {
        final ProgressLine line = new ProgressLine(new PrintWriter(text), "", 100, 50, nowNs::get);
        line.note("reward 1");
        nowNs.set(3600_000_000_000L);
        line.accept(10);
        assertEquals("\r[######----] 60 of 100, 4:00:00 left, reward 1", text.toString());
    }

    @Test
    void aShorterTextLeavesNothingOfALongerOne() {
        final ProgressLine line = new ProgressLine(new PrintWriter(text), "", 9, 0, nowNs::get);
        line.note("a long note");
        nowNs.set(1_000_000_000L);
        line.accept(1);
        line.note("short");
        nowNs.set(2_000_000_000L);
        line.accept(1);
        final String[] shown = text.toString().split("\r", -1);
        assertEquals(shown[1].length(), shown[2].length());
        assertTrue(shown[2].endsWith("short      "), shown[2]);
    }
}
