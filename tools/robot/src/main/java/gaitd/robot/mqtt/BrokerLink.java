package gaitd.robot.mqtt;

import java.util.function.Consumer;

/**
 * One connection to a broker, from the first attempt to its end; the next connection is another link. No call waits for the network.
 * The client behind it may be any.
 */
interface BrokerLink extends AutoCloseable {
    /** Makes links. */
    @FunctionalInterface
    interface Dialer {
        /**
         * Begins to connect.
         *
         * @param listener hears what comes of it
         * @return the link, not connected yet
         */
        BrokerLink dial(BrokerListener listener);
    }

    /**
     * Publishes a message.
     *
     * @param topic where
     * @param payload what
     * @param qos 0 or 1
     * @param retained whether the broker keeps it for those who come later
     * @param taken called from a thread of the link when the broker, with QoS 0 the network, has taken it
     * @return false when it was not taken on
     */
    boolean publish(String topic, byte[] payload, int qos, boolean retained, Runnable taken);

    /**
     * Asks for the messages of topics, those that the broker has kept first.
     *
     * @param filter topics, with {@code +} and {@code #}
     * @param refused takes why the broker refuses it, from a thread of the link
     * @return false when it was not taken on
     */
    boolean subscribe(String filter, Consumer<String> refused);

    /**
     * Asks for them no more.
     *
     * @param filter as it was subscribed to
     * @return false when it was not taken on
     */
    boolean unsubscribe(String filter);

    /** Takes leave of the broker, which then publishes no last will, if it answers within some time; then closes. Waits for neither. */
    void leave();

    /** Ends the connection and all its threads; waits for none of them. */
    @Override
    void close();
}
