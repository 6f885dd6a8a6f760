package gaitd.robot.terminal;

import gaitd.robot.report.DurationText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Progress and time left in one line of a terminal, redrawn in place. */
public final class ProgressLine implements LongConsumer {
    private static final long EVERY_NS = 500_000_000;
    private static final double NS_PER_S = 1e9;
    private static final int BAR = 30;
    private static final int SHORT_BAR = 10;

    private final PrintWriter out;
    private final String unit;
    private final long total;
    private final long before;
    private final LongSupplier clockNs;
    private final long startNs;
    private String note = "";
    private int width;
    private long shownNs;
    private long done;

    /**
     * A line.
     *
     * @param out a terminal
     * @param unit what is counted, in the plural; empty for a short line with room for a note
     * @param total amount of work
     * @param before amount done in earlier runs, not used to estimate the time left
     * @param clockNs a monotonic clock, ns
     */
    public ProgressLine(
            final PrintWriter out, final String unit, final long total, final long before, final LongSupplier clockNs) {
        this.out = out;
        this.unit = unit;
        this.total = total;
        this.before = before;
        this.clockNs = clockNs;
        done = before;
        startNs = clockNs.getAsLong();
        shownNs = startNs;
    }

    /**
     * Sets the text after the time left.
     *
     * @param text shown from the next time on
     */
    public void note(final String text) {
        note = text;
    }

    @Override
    public void accept(final long more) {
        done += more;
        final long nowNs = clockNs.getAsLong();
        if (nowNs - shownNs >= EVERY_NS) {
            shownNs = nowNs;
            final String text = text((nowNs - startNs) / NS_PER_S);
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            out.flush();
            width = Math.max(width, text.length());
        }
    }

    private String text(final double elapsedS) {
        final int bar = unit.isEmpty() ? SHORT_BAR : BAR;
        final int full = (int) (bar * done / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d%s, %s left%s",
                "#".repeat(full),
                "-".repeat(bar - full),
                done,
                total,
                unit.isEmpty() ? "" : " " + unit,
                DurationText.of(elapsedS * (total - done) / (done - before)),
                note.isEmpty() ? "" : ", " + note);
    }

    /** Clears the line. */
    public void clear() {
        out.print("\r" + " ".repeat(width) + "\r");
        out.flush();
        width = 0;
    }
}
