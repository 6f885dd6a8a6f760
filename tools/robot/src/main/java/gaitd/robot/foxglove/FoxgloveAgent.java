package gaitd.robot.foxglove;

import gaitd.robot.record.FrameMessages;
import gaitd.robot.record.LogChannel;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Sends the frames of a loop to who subscribed, in rounds that wait for nothing. */
public final class FoxgloveAgent implements Agent {
    private static final int BATCH = 4096;
    private static final long TIME_NS = 40_000_000L;
    private static final long CHECK_NS = 250_000_000L;

    private final FrameReader reader;
    private final LongSupplier clockNs;
    private final FoxgloveServer server;
    private FrameMessages messages;
    private long lastTick = -1;
    private long checkedNs;
    private long toldNs;

    /**
     * Starts a server.
     *
     * @param address where it listens; port 0 takes a free one
     * @param reader frames, from now on used by this agent only
     * @param clockNs the loop's clock
     * @throws Refusal in one line when the address is not available
     */
    public FoxgloveAgent(final InetSocketAddress address, final FrameReader reader, final LongSupplier clockNs) {
        this.reader = reader;
        this.clockNs = clockNs;
        try {
            server = FoxgloveServer.listen(address);
        } catch (final IOException e) {
            throw new Refusal("--foxglove: " + e.getMessage() + "; choose another port, or 0 for any free one", e);
        }
        checkedNs = System.nanoTime();
    }

    /**
     * Where clients connect.
     *
     * @return URL with the port in use
     */
    public String address() {
        final String host = server.getAddress().getHostString();
        return "ws://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
    }

    @Override
    public int doWork() throws IOException {
        int taken = 0;
        for (TickFrame frame = reader.poll(); frame != null; frame = taken < BATCH ? reader.poll() : null) {
            take(frame);
            taken++;
        }
        final long nowNs = System.nanoTime();
        if (nowNs - checkedNs > CHECK_NS) {
            checkedNs = nowNs;
            server.clients().forEach(client -> client.check(nowNs));
        }
        return taken;
    }

    private void take(final TickFrame frame) throws IOException {
        final long tick = frame.get(TickField.TICK);
        if (server.clients().stream().noneMatch(FoxgloveClient::wantsAny)) {
            messages = null;
            return;
        }
        if (messages == null || tick <= lastTick) {
            messages = new FrameMessages(frame, Instant.now(), clockNs);
        } else if (tick > lastTick + 1) {
            messages.lost(frame, tick - lastTick - 1, this::send);
        }
        messages.of(frame, this::send);
        final long timeNs = messages.timeNs(frame);
        if (tick <= lastTick || timeNs - toldNs >= TIME_NS) {
            toldNs = timeNs;
            server.clients().forEach(client -> client.sendTime(timeNs));
        }
        lastTick = tick;
    }

    private void send(final LogChannel channel, final long timeNs, final byte[] message) {
        server.clients().forEach(client -> client.send(channel, timeNs, message));
    }

    /**
     * Clients connected.
     *
     * @return how many
     */
    public int clients() {
        return server.clients().size();
    }

    /**
     * Messages that were dropped since a client was too slow.
     *
     * @return how many so far
     */
    public long dropped() {
        return server.dropped();
    }

    @Override
    public void onClose() {
        server.end();
    }

    @Override
    public String roleName() {
        return "Foxglove server";
    }
}
