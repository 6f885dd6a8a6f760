package gaitd.robot.view;

import java.io.IOException;
import java.net.URI;

/**
 * The web server of the page of a robot or a recording.
 *
 * <p>{@link #poll} is called by the companion thread, at least every 50 ms; requests are answered on virtual threads.
 */
public final class ViewServer implements AutoCloseable {
    private static final long CHECK_PERIOD_NS = 1_000_000_000L;

    private final LatestEvent latest = new LatestEvent();
    private final EventStreams streams = new EventStreams(latest);
    private final FrameFeed feed;
    private final Helm helm;
    private final PageServer server;
    private long checkedNs = System.nanoTime();

    /**
     * Starts the server.
     *
     * @param access where it listens and who may do what
     * @param port TCP port, or 0 for any free one
     * @param source of the page's data, and what its buttons do
     * @throws IOException when the port is not free or the build lacks the page; the message is one line for the user
     */
    public ViewServer(final PageAccess access, final int port, final PageSource source) throws IOException {
        helm = source.helm();
        feed = new FrameFeed(source, latest, System::nanoTime);
        server = new PageServer(
                access.address(),
                port,
                new RequestHandler(access, StaticPages.ofRun(), new RunAnswers(source, access, streams)));
    }

    /**
     * Reads new frames from the ring, publishes them to the open pages, and sends the commands that are due. Called by one thread.
     *
     * @return number of frames taken
     */
    public int poll() {
        final long nowNs = System.nanoTime();
        if (nowNs - checkedNs > CHECK_PERIOD_NS) {
            checkedNs = nowNs;
            streams.dropStuck(nowNs);
        }
        if (helm != null) {
            helm.poll();
        }
        return feed.poll();
    }

    /**
     * Address of the page.
     *
     * @return URL with the port in use
     */
    public URI address() {
        return server.address();
    }

    /**
     * Pages that are open.
     *
     * @return number of open event streams
     */
    public int watchers() {
        return streams.count();
    }

    @Override
    public void close() {
        latest.close();
        server.close();
    }
}
