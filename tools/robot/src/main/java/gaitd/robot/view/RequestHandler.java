package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Answers one request: files from a fixed list, and requests that the page's {@link Answers} handle; everything else is
 * refused.
 *
 * <p>A request whose Host is not this machine's own name is refused too, so that no page from elsewhere can read this
 * one through a name it controls.
 */
final class RequestHandler implements HttpHandler {
    static final String TEXT = "text/plain; charset=utf-8";
    static final String JSON = "application/json";

    private static final Pattern OWN_HOST = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private final StaticPages pages;
    private final Answers answers;

    /**
     * A handler for all paths.
     *
     * @param pages the files
     * @param answers for requests other than files
     */
    RequestHandler(final StaticPages pages, final Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @Override
    public void handle(final HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'");
            answer(exchange);
        } catch (final IOException clientLeft) {
            // Its connection is closed with the exchange; no answer can be sent.
            return;
        }
    }

    private void answer(final HttpExchange exchange) throws IOException {
        final String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            send(exchange, 403, TEXT, "open this page as http://localhost or http://127.0.0.1\n");
            return;
        }
        if (!"GET".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET");
            send(exchange, 405, TEXT, "only GET\n");
            return;
        }
        final String path = exchange.getRequestURI().getRawPath();
        final StaticPages.Page page = pages.find(path);
        if (page != null) {
            send(exchange, 200, page.contentType, page.bytes);
        } else if (!answers.answer(exchange, path)) {
            send(exchange, 404, TEXT, "no such page\n");
        }
    }

    static void send(final HttpExchange exchange, final int status, final String type, final String text)
            throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static void send(final HttpExchange exchange, final int status, final String type, final byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
