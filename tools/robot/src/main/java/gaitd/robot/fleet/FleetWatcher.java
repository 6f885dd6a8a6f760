package gaitd.robot.fleet;

import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerTalk;
import java.util.List;

/** Reads what the broker has kept of all robots, and goes on reading. */
final class FleetWatcher implements BrokerGuest {
    private final FleetBook book = new FleetBook();
    private boolean isConnected;

    @Override
    public void connected(final BrokerTalk talk) {
        isConnected = true;
        List.of(FleetTopics.STATUSES, FleetTopics.CONNECTIONS, FleetTopics.REPORTS)
                .forEach(talk::subscribe);
    }

    @Override
    public void arrived(final String topic, final byte[] payload) {
        book.take(topic, payload);
    }

    @Override
    public void work(final BrokerTalk talk) {
        // There is nothing to say.
    }

    /** Whether there was a connection. */
    boolean isConnected() {
        return isConnected;
    }

    /** What is known of the robots. */
    FleetBook book() {
        return book;
    }
}
