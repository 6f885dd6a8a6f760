package gaitd.robot.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code GET /metrics} with the text format 0.0.4, and nothing else. */
final class MetricsServer implements AutoCloseable {
    private static final String PATH = "/metrics";

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("metrics-", 0).factory());
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();
    private final PrometheusRegistry registry;
    private final HttpServer server;

    /**
     * Starts the server.
     *
     * @param address where it listens; port 0 takes a free one
     * @param registry what it serves
     * @throws IOException when the address is not available; the message is one line for the user
     */
    MetricsServer(final InetSocketAddress address, final PrometheusRegistry registry) throws IOException {
        this.registry = registry;
        try {
            server = HttpServer.create(address, 0);
        } catch (final BindException busy) {
            throw new IOException(
                    address.getHostString() + ":" + address.getPort() + " is not available (" + busy.getMessage() + ")",
                    busy);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        final InetSocketAddress address = server.getAddress();
        final String host = address.getHostString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + PATH;
    }

    private void handle(final HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
                send(
                        exchange,
                        404,
                        "text/plain; charset=utf-8",
                        ("only " + PATH + "\n").getBytes(StandardCharsets.UTF_8));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, 405, "text/plain; charset=utf-8", "only GET\n".getBytes(StandardCharsets.UTF_8));
            } else {
                final ByteArrayOutputStream text = new ByteArrayOutputStream();
                writer.write(text, registry.scrape());
                send(exchange, 200, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
            }
        } catch (final IOException clientLeft) {
            // Its connection is closed with the exchange; no answer can be sent.
            return;
        }
    }

    private static void send(final HttpExchange exchange, final int status, final String type, final byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        threads.close();
    }
}
