package gaitd.robot.mqtt;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps connected to a broker, for ever: waits longer after each failure, gives up a connection on which nothing is acknowledged, and sends
 * what is in the outbox one message after the other. Used by one thread; no call waits.
 */
final class MqttSession implements BrokerTalk, AutoCloseable {
    /** After how long a connection that the broker does not answer is given up, s. */
    static final int CONNECT_S = 5;
    /** How often a silent connection is tried, s. */
    static final int KEEP_ALIVE_S = 15;

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long ACKNOWLEDGED_WITHIN_NS = 10 * NS_PER_S;
    private static final long WAIT_MAX_NS = 30 * NS_PER_S;
    /** Messages to a robot that wait for the next round; those beyond are not taken. */
    static final int HEARD_MAX = 64;
    /** Messages of QoS 0 that the network has not taken yet; more are not sent. */
    private static final int UNDERWAY_MAX = 8;

    /** What is told to the one who uses it. */
    interface Handler {
        /** The connection is there. */
        void connected();

        /**
         * A message came.
         *
         * @param topic its topic
         * @param payload its bytes
         * @param retained whether the broker had kept it
         */
        void arrived(String topic, byte[] payload, boolean retained);
    }

    private final BrokerLink.Dialer dialer;
    private final Outbox outbox;
    private final Handler handler;
    private final int heardMax;
    private final Consumer<String> says;
    private final LongSupplier clockNs;
    private final Queue<Runnable> heard = new ConcurrentLinkedQueue<>();
    private BrokerLink link;
    private boolean connected;
    private boolean everConnected;
    private long nextTryNs;
    private long waitNs = NS_PER_S;
    private long deadlineNs;
    private long sending;
    private AtomicInteger underway = new AtomicInteger();
    private long takenNs;
    private int generation;
    private long dropped;
    private long connections;
    private String trouble = "";

    /**
     * A session that has not tried to connect.
     *
     * @param dialer makes connections
     * @param outbox messages that must arrive; not closed here; null for none
     * @param handler hears what happens
     * @param heardMax messages that may wait for the next round
     * @param says takes a line when the connection comes or goes
     * @param clockNs monotonic time, ns
     */
    MqttSession(
            final BrokerLink.Dialer dialer,
            final Outbox outbox,
            final Handler handler,
            final int heardMax,
            final Consumer<String> says,
            final LongSupplier clockNs) {
        this.dialer = dialer;
        this.outbox = outbox;
        this.handler = handler;
        this.heardMax = heardMax;
        this.says = says;
        this.clockNs = clockNs;
        nextTryNs = clockNs.getAsLong();
    }

    /**
     * One round.
     *
     * @return amount of work done
     * @throws IOException when the outbox cannot be read or written
     */
    int poll() throws IOException {
        int work = 0;
        for (Runnable event = heard.poll(); event != null; event = heard.poll()) {
            event.run();
            work++;
        }
        final long nowNs = clockNs.getAsLong();
        if (link == null) {
            if (nowNs - nextTryNs >= 0) {
                dial(nowNs);
                work++;
            }
        } else if (!connected) {
            if (nowNs - deadlineNs > 0) {
                gone("the broker does not answer within " + CONNECT_S + " s");
            }
        } else if (isStuck(nowNs)) {
            gone("the broker takes nothing for " + ACKNOWLEDGED_WITHIN_NS / NS_PER_S + " s");
        } else {
            work += send(nowNs);
        }
        return work;
    }

    private boolean isStuck(final long nowNs) {
        if (underway.get() == 0) {
            takenNs = nowNs;
        }
        return nowNs - takenNs > ACKNOWLEDGED_WITHIN_NS || (sending != 0 && nowNs - deadlineNs > 0);
    }

    private void dial(final long nowNs) {
        generation++;
        underway = new AtomicInteger();
        sending = 0;
        deadlineNs = nowNs + (CONNECT_S + 1) * NS_PER_S;
        link = dialer.dial(new Hearing(generation));
    }

    private int send(final long nowNs) throws IOException {
        final Outbox.Message first = sending == 0 && outbox != null ? outbox.first() : null;
        if (first == null) {
            return 0;
        }
        sending = first.number();
        deadlineNs = nowNs + ACKNOWLEDGED_WITHIN_NS;
        final int now = generation;
        if (!link.publish(first.topic(), first.payload(), 1, false, () -> heard.add(() -> acknowledged(now, first)))) {
            sending = 0;
            return 0;
        }
        return 1;
    }

    private void acknowledged(final int when, final Outbox.Message message) {
        if (when != generation) {
            return;
        }
        try {
            outbox.remove(message.number());
        } catch (final IOException e) {
            say("the outbox cannot be written: " + e.getMessage());
        }
        sending = 0;
    }

    /**
     * Publishes a message that is worth nothing later.
     *
     * @param topic where
     * @param payload what
     * @param qos 0 or 1
     * @param retained whether the broker keeps it
     * @return false when it was dropped: there is no connection, or too much is underway
     */
    boolean publish(final String topic, final byte[] payload, final int qos, final boolean retained) {
        if (!connected || underway.get() >= UNDERWAY_MAX) {
            dropped++;
            return false;
        }
        if (underway.getAndIncrement() == 0) {
            takenNs = clockNs.getAsLong();
        }
        final AtomicInteger count = underway;
        if (!link.publish(topic, payload, qos, retained, count::decrementAndGet)) {
            count.decrementAndGet();
            dropped++;
            return false;
        }
        return true;
    }

    private void gone(final String why) {
        if (link == null) {
            return;
        }
        generation++;
        link.close();
        link = null;
        if (connected || !why.equals(trouble)) {
            say((connected ? "the connection is lost: " : "no connection: ") + why + "; tried again for ever");
        }
        trouble = why;
        waitNs = connected ? NS_PER_S : Math.min(WAIT_MAX_NS, 2 * waitNs);
        connected = false;
        nextTryNs = clockNs.getAsLong() + waitNs;
    }

    private void say(final String what) {
        says.accept("mqtt: " + what);
    }

    @Override
    public boolean tell(final String topic, final byte[] payload, final boolean retained) {
        return publish(topic, payload, 1, retained);
    }

    @Override
    public boolean subscribe(final String filter) {
        return connected
                && link.subscribe(
                        filter, why -> heard.add(() -> say("the broker refuses to tell of " + filter + ": " + why)));
    }

    @Override
    public boolean unsubscribe(final String filter) {
        return connected && link.unsubscribe(filter);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    /** Messages that were worth nothing later and were not sent. */
    long dropped() {
        return dropped;
    }

    /** Connections so far. */
    long connections() {
        return connections;
    }

    /** Takes leave of the broker; what is in the outbox stays there. */
    @Override
    public void close() {
        if (link != null && connected) {
            link.leave();
        } else if (link != null) {
            link.close();
        }
        link = null;
        connected = false;
        generation++;
    }

    /** Hands on what one link tells, as long as it is the one in use. */
    private final class Hearing implements BrokerListener {
        private final int mine;

        Hearing(final int mine) {
            this.mine = mine;
        }

        private void later(final Runnable event) {
            heard.add(() -> {
                if (mine == generation) {
                    event.run();
                }
            });
        }

        @Override
        public void connected() {
            later(() -> {
                connected = true;
                connections++;
                takenNs = clockNs.getAsLong();
                trouble = "";
                waitNs = NS_PER_S / 2;
                say(everConnected ? "connected again" : "connected");
                everConnected = true;
                handler.connected();
            });
        }

        @Override
        public void lost(final String why) {
            later(() -> gone(why));
        }

        @Override
        public void arrived(final String topic, final byte[] payload, final boolean retained) {
            if (heard.size() < heardMax) {
                later(() -> handler.arrived(topic, payload, retained));
            }
        }
    }
}
