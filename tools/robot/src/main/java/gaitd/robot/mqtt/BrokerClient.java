package gaitd.robot.mqtt;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A connection of a person's computer to a broker, kept up for a guest. Used by one thread; no call waits. */
public final class BrokerClient implements AutoCloseable {
    /** All that a broker has kept of a thousand robots may come at once. */
    private static final int HEARD_MAX = 1 << 16;

    private static final int NAME_BYTES = 6;

    private final BrokerGuest guest;
    private final MqttSession session;

    /**
     * A client that has not tried to connect.
     *
     * @param plan whom to connect to
     * @param guest hears what happens
     * @param says takes a line when the connection comes or goes
     */
    public BrokerClient(final BrokerPlan plan, final BrokerGuest guest, final Consumer<String> says) {
        this.guest = guest;
        final byte[] drawn = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(drawn);
        session = new MqttSession(
                PahoLink.dialer(plan, "gaitd-fleet-" + HexFormat.of().formatHex(drawn), null, null),
                null,
                new Handler(),
                HEARD_MAX,
                says,
                System::nanoTime);
    }

    /**
     * One round.
     *
     * @return amount of work done
     * @throws IOException never, since there is no buffer on a disk
     */
    public int poll() throws IOException {
        final int work = session.poll();
        guest.work(session);
        return work;
    }

    @Override
    public void close() {
        session.close();
    }

    /** What the session tells. */
    private final class Handler implements MqttSession.Handler {
        @Override
        public void connected() {
            guest.connected(session);
        }

        @Override
        public void arrived(final String topic, final byte[] payload, final boolean retained) {
            guest.arrived(topic, payload);
        }
    }
}
