package gaitd.robot.mqtt;

/** Somebody who uses a connection to a broker that others keep up. Called from one thread. */
public interface BrokerGuest {
    /**
     * There is a new connection; the broker knows of no subscription.
     *
     * @param talk of the connection
     */
    void connected(BrokerTalk talk);

    /**
     * A message came.
     *
     * @param topic its topic
     * @param payload its bytes, not to be changed
     */
    void arrived(String topic, byte[] payload);

    /**
     * One round, some hundred times a second.
     *
     * @param talk of the connection
     */
    void work(BrokerTalk talk);
}
