package gaitd.robot.foxglove;

import java.util.regex.Pattern;

/** Which pages may connect: Foxglove's own, those of programs on this computer, and programs that are no browser. */
final class FoxgloveOrigins {
    private static final Pattern ALLOWED = Pattern.compile("https://([a-z0-9-]+\\.)?foxglove\\.dev|file://"
            + "|https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private FoxgloveOrigins() {}

    /**
     * Whether a request is taken.
     *
     * @param origin its header, which browsers set and pages cannot; empty when there is none
     * @return false for a page from elsewhere
     */
    static boolean allows(final String origin) {
        return origin.isEmpty() || ALLOWED.matcher(origin).matches();
    }
}
