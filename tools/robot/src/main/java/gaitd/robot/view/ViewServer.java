package gaitd.robot.view;

import gaitd.runtime.frame.FrameReader;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The web server of the live page, reachable from this machine only.
 *
 * <p>{@link #poll} is called by the companion thread, at any rate; requests are answered on virtual threads. No request
 * can change anything, but stop the robot.
 */
public final class ViewServer implements AutoCloseable {
    private static final long CHECK_PERIOD_NS = 1_000_000_000L;

    private final LatestEvent latest = new LatestEvent();
    private final EventStreams streams = new EventStreams(latest);
    private final FrameFeed feed;
    private final LoopbackServer server;
    private long checkedNs = System.nanoTime();

    /**
     * Starts the server.
     *
     * @param port TCP port, or 0 for any free one
     * @param reader reader of the frames to show, from now on used by {@link #poll} only
     * @param ground the ground to draw
     * @param stop what the stop button does
     * @param learner what a learner is at, in words; empty when there is none
     * @throws IOException when the port is not free or the build lacks the page; the message is one line for the user
     */
    public ViewServer(
            final int port,
            final FrameReader reader,
            final GroundPatch ground,
            final StopButton stop,
            final Supplier<String> learner)
            throws IOException {
        feed = new FrameFeed(reader, latest, System::nanoTime, learner);
        server = new LoopbackServer(
                port, new RequestHandler(StaticPages.ofRun(), new RunAnswers(ground, streams, stop)));
    }

    /**
     * Reads new frames from the ring and publishes them to the open pages. Called by one thread.
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
