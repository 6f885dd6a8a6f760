package gaitd.robot.mqtt;

/** What happens on one connection to a broker. Called from threads of the connection; returns at once. */
interface BrokerListener {
    /** The broker took the connection, and the subscription. */
    void connected();

    /**
     * The connection is over, or was never made. Called once at most.
     *
     * @param why in a few words
     */
    void lost(String why);

    /**
     * A message came on a topic that was subscribed to.
     *
     * @param topic its topic
     * @param payload its bytes
     * @param retained whether the broker had kept it, so that it may be old
     */
    void arrived(String topic, byte[] payload, boolean retained);
}
