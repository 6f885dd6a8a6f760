package gaitd.robot.mqtt;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * A link by Eclipse Paho. The client gets threads and sockets of ours and lives for one connection: its own reconnecting, blocking calls
 * and persistence are not used, and closing the sockets ends whatever it waits for.
 */
final class PahoLink implements BrokerLink {
    /** The client keeps up to five threads busy for as long as it is connected. */
    private static final int THREADS = 8;

    private static final long LEAVE_MS = 500;
    private static final int LOST_CONNECTION_S = 2;
    /** What the client reports by itself is told by the session in one line; held here, since loggers nobody holds are forgotten. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.eclipse.paho.mqttv5.client");

    static {
        CLIENT_LOG.setLevel(Level.OFF);
    }

    private final LinkSockets sockets;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        final Thread thread = new Thread(task, "mqtt");
        thread.setDaemon(true);
        return thread;
    });
    private final BrokerListener listener;
    private final String subscription;
    private MqttAsyncClient client;

    private PahoLink(final BrokerListener listener, final String subscription, final SSLSocketFactory tls) {
        sockets = new LinkSockets(tls);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.listener = listener;
        this.subscription = subscription;
    }

    /**
     * Makes links.
     *
     * @param plan whom to connect to
     * @param client name of this client
     * @param subscription topic without which there is no connection; null for none
     * @param will what the broker publishes, retained, when this client is gone; null for nothing
     * @return connects once a call
     */
    static Dialer dialer(final BrokerPlan plan, final String client, final String subscription, final Will will) {
        final SSLSocketFactory tls = plan.tls() == null ? null : TlsContext.sockets(plan.tls());
        return listener -> {
            final PahoLink link = new PahoLink(listener, subscription, tls);
            link.connect(plan, client, will);
            return link;
        };
    }

    /**
     * A last will.
     *
     * @param topic where
     * @param payload what
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Will(String topic, byte[] payload) {}

    private void connect(final BrokerPlan plan, final String name, final Will will) {
        try {
            client = new MqttAsyncClient(
                    plan.url().replaceFirst("^ssl:", "tcp:"), name, new MemoryPersistence(), null, threads);
            client.setCallback(new Heard());
            client.connect(options(plan, will), null, new MqttActionListener() {
                @Override
                public void onSuccess(final IMqttToken token) {
                    subscribe();
                }

                @Override
                public void onFailure(final IMqttToken token, final Throwable cause) {
                    lost(reason(cause));
                }
            });
        } catch (final MqttException | RuntimeException e) {
            lost(reason(e));
        }
    }

    private MqttConnectionOptions options(final BrokerPlan plan, final Will will) {
        final MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(MqttSession.CONNECT_S);
        options.setKeepAliveInterval(MqttSession.KEEP_ALIVE_S);
        options.setExecutorServiceTimeout(LOST_CONNECTION_S);
        options.setSocketFactory(sockets);
        if (plan.user() != null) {
            options.setUserName(plan.user());
        }
        if (plan.password() != null) {
            options.setPassword(plan.password());
        }
        if (will != null) {
            final MqttMessage broken = new MqttMessage(will.payload());
            broken.setQos(1);
            broken.setRetained(true);
            options.setWill(will.topic(), broken);
        }
        return options;
    }

    private void subscribe() {
        if (subscription == null) {
            listener.connected();
            return;
        }
        final boolean isAsked =
                ask(subscription, listener::connected, why -> lost("the broker refuses " + subscription + ": " + why));
        if (!isAsked) {
            lost("no subscription");
        }
    }

    private boolean ask(final String filter, final Runnable granted, final Consumer<String> refused) {
        try {
            client.subscribe(filter, 1, null, new MqttActionListener() {
                @Override
                public void onSuccess(final IMqttToken token) {
                    granted.run();
                }

                @Override
                public void onFailure(final IMqttToken token, final Throwable cause) {
                    refused.accept(reason(cause));
                }
            });
            return true;
        } catch (final MqttException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean subscribe(final String filter, final Consumer<String> refused) {
        return ask(filter, () -> {}, refused);
    }

    @Override
    public boolean unsubscribe(final String filter) {
        try {
            client.unsubscribe(filter);
            return true;
        } catch (final MqttException | RuntimeException e) {
            return false;
        }
    }

    private void lost(final String why) {
        if (over.compareAndSet(false, true)) {
            listener.lost(why);
        }
    }

    private static String reason(final Throwable thrown) {
        final Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public boolean publish(
            final String topic, final byte[] payload, final int qos, final boolean retained, final Runnable taken) {
        try {
            client.publish(topic, payload, qos, retained, null, new MqttActionListener() {
                @Override
                public void onSuccess(final IMqttToken token) {
                    taken.run();
                }

                @Override
                public void onFailure(final IMqttToken token, final Throwable cause) {
                    lost("a message was refused: " + reason(cause));
                }
            });
            return true;
        } catch (final MqttException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void leave() {
        over.set(true);
        try {
            threads.execute(() -> {
                try {
                    client.disconnect(0).waitForCompletion(LEAVE_MS);
                } catch (final MqttException e) {
                    // Who cannot take leave is cut off.
                    over.set(true);
                } finally {
                    close();
                }
            });
        } catch (final RejectedExecutionException e) {
            close();
        }
    }

    @Override
    public void close() {
        over.set(true);
        sockets.close();
        // Threads of the client end by themselves when their socket is closed; interrupted before that, one of them
        // would not.
        threads.shutdown();
    }

    /** What the client tells. */
    private final class Heard implements MqttCallback {
        @Override
        public void disconnected(final MqttDisconnectResponse response) {
            final MqttException cause = response.getException();
            lost(cause == null ? "the broker ended the connection" : reason(cause));
        }

        @Override
        public void mqttErrorOccurred(final MqttException error) {
            lost(reason(error));
        }

        @Override
        public void messageArrived(final String topic, final MqttMessage message) {
            listener.arrived(topic, message.getPayload(), message.isRetained());
        }

        @Override
        public void deliveryComplete(final IMqttToken token) {
            // Each message has a listener of its own.
        }

        @Override
        public void connectComplete(final boolean reconnect, final String uri) {
            // The connect has a listener of its own.
        }

        @Override
        public void authPacketArrived(final int reason, final MqttProperties properties) {
            lost("the broker asks for an authentication that is not offered here");
        }
    }
}
