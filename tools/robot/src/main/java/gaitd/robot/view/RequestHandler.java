package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers one request: files from a fixed list, and requests that the page's {@link Answers} handle; everything else is
 * refused.
 *
 * <p>What a page from elsewhere asks for is refused too, see {@link Visitor}. What acts on the robot has to carry the header
 * {@link #ACT}, which browsers let no page from elsewhere send.
 */
final class RequestHandler implements HttpHandler {
    static final String TEXT = "text/plain; charset=utf-8";
    static final String JSON = "application/json";

    /** Header of requests that act on the robot. */
    static final String ACT = "X-Gaitd";

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
            // A client that leaves its connection open takes none of the places of others.
            exchange.getResponseHeaders().set("Connection", "close");
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
        final String refusal = Visitor.refusal(exchange.getRequestHeaders());
        if (refusal != null) {
            send(exchange, 403, TEXT, refusal);
            return;
        }
        if ("POST".equals(exchange.getRequestMethod())
                && exchange.getRequestHeaders().containsKey(ACT)
                && answers.act(exchange, exchange.getRequestURI().getRawPath())) {
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
