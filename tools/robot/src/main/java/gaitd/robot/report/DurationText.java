package gaitd.robot.report;

import java.util.Locale;

/** A length of time as people write it. */
public final class DurationText {
    private static final int S_PER_MIN = 60;
    private static final int S_PER_H = 3600;

    private DurationText() {}

    /**
     * Minutes and seconds, and hours when there are any.
     *
     * @param seconds 0 or more
     * @return such as 1:30 or 2:00:05
     */
    public static String of(final double seconds) {
        final long s = Math.round(seconds);
        return s < S_PER_H
                ? String.format(Locale.ROOT, "%d:%02d", s / S_PER_MIN, s % S_PER_MIN)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / S_PER_H, s % S_PER_H / S_PER_MIN, s % S_PER_MIN);
    }
}
