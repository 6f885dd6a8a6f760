package gaitd.robot.fleet;

import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerTalk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A broker that keeps what it is told and tells it to whoever subscribes, at once; several guests may share what it keeps. */
final class FakeTalk implements BrokerTalk {
    final Map<String, byte[]> kept;
    final List<String> filters = new ArrayList<>();
    private final List<FakeTalk> all;
    private final List<Runnable> later = new ArrayList<>();
    private BrokerGuest guest;
    boolean connected = true;

    FakeTalk() {
        this(new LinkedHashMap<>(), new ArrayList<>());
    }

    private FakeTalk(final Map<String, byte[]> kept, final List<FakeTalk> all) {
        this.kept = kept;
        this.all = all;
        all.add(this);
    }

    /** Another client of the same broker. */
    FakeTalk another() {
        return new FakeTalk(kept, all);
    }

    void connect(final BrokerGuest to) {
        guest = to;
        filters.clear();
        guest.connected(this);
        round();
    }

    /** Delivers what came, then lets the guest work. */
    void round() {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
        guest.work(this);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean tell(final String topic, final byte[] payload, final boolean retained) {
        if (!connected) {
            return false;
        }
        if (retained) {
            kept.put(topic, payload);
        }
        all.forEach(talk -> talk.hear(topic, payload));
        return true;
    }

    private void hear(final String topic, final byte[] payload) {
        if (filters.stream().anyMatch(filter -> fits(filter, topic))) {
            later.add(() -> guest.arrived(topic, payload));
        }
    }

    private static boolean fits(final String filter, final String topic) {
        return topic.matches(filter.replace(".", "\\.").replace("+", "[^/]+"));
    }

    @Override
    public boolean subscribe(final String filter) {
        filters.add(filter);
        kept.forEach((topic, payload) -> {
            if (fits(filter, topic)) {
                later.add(() -> guest.arrived(topic, payload));
            }
        });
        return connected;
    }

    @Override
    public boolean unsubscribe(final String filter) {
        filters.remove(filter);
        return connected;
    }
}
