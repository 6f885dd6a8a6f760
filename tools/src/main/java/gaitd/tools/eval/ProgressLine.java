package gaitd.tools.eval;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** A line that shows how much is done and how long the rest takes, written over and over on a terminal. */
public final class ProgressLine implements LongConsumer {
    private static final long EVERY_NS = 500_000_000;
    private static final double NS_PER_S = 1e9;
    private static final int BAR = 30;
    private static final int WIDTH = 76;
    private static final int S_PER_MIN = 60;

    private final PrintWriter out;
    private final long total;
    private final LongSupplier clockNs;
    private final long startNs;
    private long shownNs;
    private long done;

    /**
     * A line.
     *
     * @param out a terminal
     * @param total how much there is to do
     * @param clockNs tells the time, ns
     */
    public ProgressLine(final PrintWriter out, final long total, final LongSupplier clockNs) {
        this.out = out;
        this.total = total;
        this.clockNs = clockNs;
        startNs = clockNs.getAsLong();
        shownNs = startNs;
    }

    @Override
    public void accept(final long more) {
        done += more;
        final long nowNs = clockNs.getAsLong();
        if (nowNs - shownNs >= EVERY_NS) {
            shownNs = nowNs;
            out.print("\r" + text((nowNs - startNs) / NS_PER_S));
            out.flush();
        }
    }

    private String text(final double elapsedS) {
        final double share = done / (double) total;
        final long leftS = Math.round(elapsedS * (1 - share) / share);
        final int full = (int) (BAR * share);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d walks, %d:%02d left   ",
                "#".repeat(full),
                "-".repeat(BAR - full),
                done,
                total,
                leftS / S_PER_MIN,
                leftS % S_PER_MIN);
    }

    /** Wipes the line. */
    public void clear() {
        out.print("\r" + " ".repeat(WIDTH) + "\r");
        out.flush();
    }
}
