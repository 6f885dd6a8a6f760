package gaitd.robot.view;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks, by the headers that browsers set and pages cannot: this server's own page, a person who typed the address, or a page from
 * elsewhere, which gets nothing.
 *
 * <p>The page has to be asked for by the address that the request arrived at, so that no name of a foreign page leads here.
 */
final class Visitor {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:]*)(:\\d{1,5})?");

    private Visitor() {}

    /**
     * Why a request is refused.
     *
     * @param exchange a request that has had no answer
     * @return one line, or null when it comes from this machine's own page or a program
     */
    static String refusal(final HttpExchange exchange) {
        return refusal(exchange.getRequestHeaders(), exchange.getLocalAddress().getAddress());
    }

    /** Of a request that arrived at an address. */
    static String refusal(final Headers request, final InetAddress arrived) {
        final String host = request.getFirst("Host");
        final String expected = literal(arrived);
        if (host == null || request.get("Host").size() != 1 || !isOwn(host, arrived)) {
            return "open this page as http://" + (arrived.isLoopbackAddress() ? "localhost or http://" : "") + expected
                    + "\n";
        }
        final String origin = request.getFirst("Origin");
        final String site = request.getFirst("Sec-Fetch-Site");
        final boolean ownOrigin = origin == null || origin.equalsIgnoreCase("http://" + host);
        final boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        return (ownOrigin && ownSite) || opens(request)
                ? null
                : "this page answers to itself only, not to pages from elsewhere\n";
    }

    private static boolean isOwn(final String host, final InetAddress arrived) {
        final Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        final String name = parts.group(1);
        if (name.equalsIgnoreCase("localhost")) {
            return arrived.isLoopbackAddress();
        }
        try {
            return InetAddress.ofLiteral(name).equals(arrived);
        } catch (final IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** An address as it stands in a URL. */
    static String literal(final InetAddress address) {
        final String text = address.getHostAddress();
        final int zone = text.indexOf('%');
        final String plain = zone < 0 ? text : text.substring(0, zone);
        return address instanceof Inet6Address ? "[" + plain + "]" : plain;
    }

    /** A link from elsewhere that opens this page in a window of its own, which the page that has the link cannot read. */
    private static boolean opens(final Headers request) {
        return "navigate".equals(request.getFirst("Sec-Fetch-Mode"))
                && "document".equals(request.getFirst("Sec-Fetch-Dest"))
                && request.getFirst("Origin") == null;
    }
}
