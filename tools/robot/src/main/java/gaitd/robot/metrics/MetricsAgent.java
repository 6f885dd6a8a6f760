package gaitd.robot.metrics;

import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Serves metrics of a loop, of what follows it and of this process. */
public final class MetricsAgent implements Agent {
    private static final int BATCH = 4096;
    private static final long REFRESH_NS = 250_000_000L;
    private static final double NS_PER_S = 1e9;

    private final FrameReader reader;
    private final LongSupplier clockNs;
    private final Board loopBoard;
    private final Board ownBoard;
    private final LoopMetrics loop;
    private final MetricsServer server;
    private long frameNs;
    private long refreshedNs;
    private boolean any;

    /**
     * Starts a server.
     *
     * @param address where it listens; port 0 takes a free one
     * @param reader frames, from now on used by this agent only
     * @param clockNs a monotonic clock
     * @throws Refusal in one line when the address is not available
     */
    public MetricsAgent(final InetSocketAddress address, final FrameReader reader, final LongSupplier clockNs) {
        this.reader = reader;
        this.clockNs = clockNs;
        final PrometheusRegistry registry = new PrometheusRegistry();
        loopBoard = new Board(registry);
        ownBoard = new Board(registry);
        loop = new LoopMetrics(registry, loopBoard);
        loopBoard.gauge(
                "gaitd_frame_age_seconds",
                "Time since the newest frame of the loop came",
                () -> (clockNs.getAsLong() - frameNs) / NS_PER_S);
        counter("gaitd_frames_lost", "Frames that were overwritten before they were read here", reader::lostFrames);
        final Info info = Info.builder()
                .name("gaitd")
                .help("Version of this program")
                .labelNames("version")
                .register(registry);
        info.setLabelValues(Version.TEXT);
        JvmMetrics.builder().register(registry);
        try {
            server = new MetricsServer(address, registry);
        } catch (final IOException e) {
            throw new Refusal("--metrics: " + e.getMessage() + "; choose another port, or 0 for any free one", e);
        }
        refreshedNs = clockNs.getAsLong() - REFRESH_NS;
    }

    /**
     * Adds a value that only grows.
     *
     * @param name without {@code _total}
     * @param help a line
     * @param source read by the agent's thread
     */
    public void counter(final String name, final String help, final DoubleSupplier source) {
        ownBoard.counter(name, help, source);
    }

    /**
     * Adds a value that goes up and down.
     *
     * @param name with its unit
     * @param help a line
     * @param source read by the agent's thread
     */
    public void gauge(final String name, final String help, final DoubleSupplier source) {
        ownBoard.gauge(name, help, source);
    }

    /**
     * Where Prometheus fetches.
     *
     * @return URL with the port in use
     */
    public String address() {
        return server.address();
    }

    @Override
    public int doWork() {
        int taken = 0;
        for (TickFrame frame = reader.poll(); frame != null; frame = taken < BATCH ? reader.poll() : null) {
            loop.take(frame);
            taken++;
        }
        final long nowNs = clockNs.getAsLong();
        if (taken > 0) {
            any = true;
            frameNs = nowNs;
        }
        if (nowNs - refreshedNs >= REFRESH_NS) {
            refreshedNs = nowNs;
            ownBoard.refresh();
            if (any) {
                loopBoard.refresh();
            }
        }
        return taken;
    }

    @Override
    public void onClose() {
        server.close();
    }

    @Override
    public String roleName() {
        return "metrics server";
    }
}
