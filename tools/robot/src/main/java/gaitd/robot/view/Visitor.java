package gaitd.robot.view;

import com.sun.net.httpserver.Headers;
import java.util.regex.Pattern;

/**
 * Who asks, by the headers that browsers set and pages cannot: this server's own page, a person who typed the address, or a page from
 * elsewhere, which gets nothing.
 */
final class Visitor {
    private static final Pattern OWN_HOST = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private Visitor() {}

    /**
     * Why a request is refused.
     *
     * @param request its headers
     * @return one line, or null when it comes from this machine's own page or a program
     */
    static String refusal(final Headers request) {
        final String host = request.getFirst("Host");
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            return "open this page as http://localhost or http://127.0.0.1\n";
        }
        final String origin = request.getFirst("Origin");
        final String site = request.getFirst("Sec-Fetch-Site");
        final boolean ownOrigin = origin == null || origin.equalsIgnoreCase("http://" + host);
        final boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        return (ownOrigin && ownSite) || opens(request)
                ? null
                : "this page answers to itself only, not to pages from elsewhere\n";
    }

    /** A link from elsewhere that opens this page in a window of its own, which the page that has the link cannot read. */
    private static boolean opens(final Headers request) {
        return "navigate".equals(request.getFirst("Sec-Fetch-Mode"))
                && "document".equals(request.getFirst("Sec-Fetch-Dest"))
                && request.getFirst("Origin") == null;
    }
}
