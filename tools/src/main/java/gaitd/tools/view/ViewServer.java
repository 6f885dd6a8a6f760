package gaitd.tools.view;

import com.sun.net.httpserver.HttpServer;
import gaitd.runtime.frame.FrameReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The web server of the live page, reachable from this machine only.
 *
 * <p>{@link #poll} is called by the companion thread, as often as it likes; requests are answered on virtual threads. No
 * request can change anything.
 */
public final class ViewServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long CHECK_PERIOD_NS = 1_000_000_000L;

    static {
        // Read once by the JDK's server: send events at once, and do not wait for ever for half a request.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxReqTime", "10");
        setDefault("jdk.httpserver.maxConnections", "64");
    }

    private final LatestEvent latest = new LatestEvent();
    private final EventStreams streams = new EventStreams(latest);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("view-", 0).factory());
    private final FrameFeed feed;
    private final HttpServer server;
    private long checkedNs = System.nanoTime();

    /**
     * Starts the server.
     *
     * @param port TCP port, or 0 for any free one
     * @param reader reader of the frames to show, from now on used by {@link #poll} only
     * @param ground the ground to draw
     * @throws IOException when the port is not free or the build lacks the page; the message is one line for the user
     */
    public ViewServer(final int port, final FrameReader reader, final GroundPatch ground) throws IOException {
        if (port < 0 || port > 65535) {
            throw new IOException("port " + port + " of the live page is not a port; take one from 1 to 65535, or 0");
        }
        final StaticPages pages = new StaticPages();
        feed = new FrameFeed(reader, latest, System::nanoTime);
        server = open(port);
        server.createContext("/", new RequestHandler(pages, ground, streams));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Takes the newest frames from the ring and lets the open pages have them. Called by one thread.
     *
     * @return number of frames taken
     */
    public int poll() {
        final long nowNs = System.nanoTime();
        if (nowNs - checkedNs > CHECK_PERIOD_NS) {
            checkedNs = nowNs;
            streams.dropStuck(nowNs);
        }
        return feed.poll();
    }

    /**
     * Where the page is.
     *
     * @return its address, with the port really used
     */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/");
    }

    /**
     * Pages that are watching.
     *
     * @return number of open event streams
     */
    public int watchers() {
        return streams.count();
    }

    @Override
    public void close() {
        latest.close();
        threads.shutdownNow();
        server.stop(0);
        threads.close();
    }

    private static HttpServer open(final int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port), 0);
        } catch (final BindException busy) {
            throw new IOException(
                    "port " + port + " of " + LOOPBACK + " is not available for the live page (" + busy.getMessage()
                            + "); choose another port, or 0 for any free one",
                    busy);
        }
    }

    private static void setDefault(final String property, final String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
