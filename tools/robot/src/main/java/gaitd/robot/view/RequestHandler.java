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

    private static final int BODY_MAX = 2048;

    private final PageAccess access;
    private final StaticPages pages;
    private final Answers answers;

    /**
     * A handler for all paths.
     *
     * @param access who may do what
     * @param pages the files
     * @param answers for requests other than files
     */
    RequestHandler(final PageAccess access, final StaticPages pages, final Answers answers) {
        this.access = access;
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
                            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none';"
                                    + " frame-ancestors 'none'");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
            exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
            answer(exchange);
        } catch (final IOException clientLeft) {
            // Its connection is closed with the exchange; no answer can be sent.
            return;
        }
    }

    private void answer(final HttpExchange exchange) throws IOException {
        final String refusal = Visitor.refusal(exchange);
        final String path = exchange.getRequestURI().getRawPath();
        if (refusal != null) {
            send(exchange, 403, TEXT, refusal);
        } else if ("POST".equals(exchange.getRequestMethod())
                && exchange.getRequestHeaders().containsKey(ACT)) {
            act(exchange, path);
        } else if ("GET".equals(exchange.getRequestMethod())) {
            read(exchange, path);
        } else {
            refuseMethod(exchange);
        }
    }

    private void act(final HttpExchange exchange, final String path) throws IOException {
        final boolean free = answers.isFree(path) && !access.elsewhere();
        if (!free && !access.knows(exchange.getRequestHeaders())) {
            refuseStranger(exchange);
        } else if (!answers.act(exchange, path)) {
            refuseMethod(exchange);
        }
    }

    private void read(final HttpExchange exchange, final String path) throws IOException {
        final StaticPages.Page page = pages.find(path);
        if (page != null) {
            send(exchange, 200, page.contentType, page.bytes);
        } else if (access.elsewhere() && !access.knows(exchange.getRequestHeaders())) {
            refuseStranger(exchange);
        } else if (!answers.answer(exchange, path)) {
            send(exchange, 404, TEXT, "no such page\n");
        }
    }

    private static void refuseStranger(final HttpExchange exchange) throws IOException {
        send(exchange, 401, TEXT, "this needs the token: open the address that the terminal showed at the start\n");
    }

    private static void refuseMethod(final HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, TEXT, "only GET\n");
    }

    /**
     * The body of a request.
     *
     * @param exchange a request that has had no answer
     * @return its text; null when it is longer than any that is expected
     * @throws IOException when the client left
     */
    static String body(final HttpExchange exchange) throws IOException {
        final byte[] bytes = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
        return bytes.length > BODY_MAX ? null : new String(bytes, StandardCharsets.UTF_8);
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
