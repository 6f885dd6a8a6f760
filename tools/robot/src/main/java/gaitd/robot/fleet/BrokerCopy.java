package gaitd.robot.fleet;

import gaitd.robot.mqtt.BrokerTalk;
import gaitd.robot.publication.Publication;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the broker has kept of a group's publication, as it was heard back, and how it gets to what it should be: the pieces before the statement. */
final class BrokerCopy {
    private static final long AGAIN_NS = 3_000_000_000L;
    private static final byte[] NOTHING = {};

    private final String group;
    private final byte[] zip;
    private final Map<String, byte[]> heard = new HashMap<>();
    private final Map<String, Long> sentNs = new HashMap<>();

    /**
     * Nothing heard yet.
     *
     * @param group whose
     * @param zip what the pieces should be of; null to leave them as they are
     */
    BrokerCopy(final String group, final byte[] zip) {
        this.group = group;
        this.zip = zip == null ? null : zip.clone();
    }

    /** There is a new connection. */
    void forget() {
        heard.clear();
        sentNs.clear();
    }

    /**
     * Takes a message.
     *
     * @return false when it is about something else
     */
    boolean take(final String topic, final byte[] payload) {
        if (!topic.equals(FleetTopics.statement(group))
                && !topic.startsWith(FleetTopics.chunk(group, 0).replaceFirst("0$", ""))) {
            return false;
        }
        heard.put(topic, payload.clone());
        return true;
    }

    /** The statement, null when there is none. */
    byte[] statement() {
        final byte[] message = heard.get(FleetTopics.statement(group));
        return message == null || message.length == 0 ? null : message;
    }

    /**
     * One round.
     *
     * @param talk with the broker
     * @param statement that should be there
     * @param withPieces whether the bundle should be, too
     * @param nowNs monotonic
     * @return whether the broker has all of it
     */
    boolean bring(final BrokerTalk talk, final byte[] statement, final boolean withPieces, final long nowNs) {
        boolean isThere = true;
        if (withPieces && zip != null) {
            final int count = (zip.length - 1) / Publication.CHUNK_BYTES + 1;
            for (int i = 0; i < count; i++) {
                isThere &= bring(talk, FleetTopics.chunk(group, i), Publication.chunk(zip, i), nowNs);
            }
            for (int i = count; heard.getOrDefault(FleetTopics.chunk(group, i), NOTHING).length > 0; i++) {
                bring(talk, FleetTopics.chunk(group, i), NOTHING, nowNs);
            }
        }
        return isThere && bring(talk, FleetTopics.statement(group), statement, nowNs);
    }

    private boolean bring(final BrokerTalk talk, final String topic, final byte[] payload, final long nowNs) {
        if (Arrays.equals(heard.get(topic), payload)) {
            sentNs.remove(topic);
            return true;
        }
        final Long before = sentNs.get(topic);
        if ((before == null || nowNs - before > AGAIN_NS) && talk.tell(topic, payload, true)) {
            sentNs.put(topic, nowNs);
        }
        return false;
    }
}
