package gaitd.robot.mqtt;

/** What may be said on a connection that others keep up. No call waits; all are refused while there is no connection. */
public interface BrokerTalk {
    /**
     * Whether there is a connection now.
     *
     * @return false while it is tried again
     */
    boolean isConnected();

    /**
     * Publishes a message with QoS 1.
     *
     * @param topic where
     * @param payload what
     * @param retained whether the broker keeps it
     * @return false when it was not taken on
     */
    boolean tell(String topic, byte[] payload, boolean retained);

    /**
     * Asks for the messages of topics, until the connection is lost.
     *
     * @param filter topics, with {@code +} and {@code #}
     * @return false when it was not taken on
     */
    boolean subscribe(String filter);

    /**
     * Asks for them no more.
     *
     * @param filter as it was subscribed to
     * @return false when it was not taken on
     */
    boolean unsubscribe(String filter);
}
