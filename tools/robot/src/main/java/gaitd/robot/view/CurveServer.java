package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web server of a training's page, reachable from this machine only; no request can change anything. */
public final class CurveServer implements AutoCloseable {
    private static final Pattern AFTER = Pattern.compile("after=(\\d{1,15})");
    private static final String CSV = "text/csv; charset=utf-8";

    private final CurveSource source;
    private final PageServer server;

    /**
     * Starts the server.
     *
     * @param port TCP port, or 0 for any free one
     * @param source of the page's data
     * @throws IOException when the port is not free or the build lacks the page; the message is one line for the user
     */
    public CurveServer(final int port, final CurveSource source) throws IOException {
        this.source = source;
        server = new PageServer(
                PageAccess.LOOKING.address(),
                port,
                new RequestHandler(PageAccess.LOOKING, StaticPages.ofTraining(), this::answer));
    }

    private boolean answer(final HttpExchange exchange, final String path) throws IOException {
        switch (path) {
            case "/plan" -> send(exchange, 200, RequestHandler.JSON, source.plan());
            case "/rows" -> {
                final String query = exchange.getRequestURI().getRawQuery();
                final Matcher after = AFTER.matcher(query == null ? "" : query);
                if (after.matches()) {
                    send(exchange, 200, CSV, source.rowsAfter(Long.parseLong(after.group(1))));
                } else {
                    send(exchange, 400, RequestHandler.TEXT, "expected /rows?after=ITERATION\n");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void send(final HttpExchange exchange, final int status, final String type, final String text)
            throws IOException {
        RequestHandler.send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Address of the page.
     *
     * @return URL with the port in use
     */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
