package gaitd.robot.view;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server; requests are answered on virtual threads. */
final class PageServer implements AutoCloseable {
    static {
        // Read once by the JDK's server: send events at once, and do not wait for ever for half a request.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxReqTime", "5");
        setDefault("jdk.httpserver.maxConnections", "256");
    }

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("view-", 0).factory());
    private final HttpServer server;

    /**
     * Starts the server.
     *
     * @param at address to listen at
     * @param port TCP port, or 0 for any free one
     * @param handler answers all paths
     * @throws IOException when the port is not free, or the address not this machine's; the message is one line for the user
     */
    PageServer(final InetAddress at, final int port, final HttpHandler handler) throws IOException {
        if (port < 0 || port > 65535) {
            throw new IOException("port " + port + " of the live page is not a port; take one from 1 to 65535, or 0");
        }
        server = open(at, port);
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Address of the page.
     *
     * @return URL with the port in use
     */
    URI address() {
        return URI.create("http://" + Visitor.literal(server.getAddress().getAddress()) + ":"
                + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        threads.close();
    }

    private static HttpServer open(final InetAddress at, final int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(at, port), 0);
        } catch (final BindException busy) {
            throw new IOException(
                    "port " + port + " of " + at.getHostAddress() + " is not available for the live page ("
                            + busy.getMessage() + "); choose another port, or 0 for any free one",
                    busy);
        }
    }

    private static void setDefault(final String property, final String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
