package gaitd.robot.fleet;

import gaitd.robot.mqtt.BrokerTalk;
import gaitd.robot.publication.Publication;
import java.util.Arrays;

/**
 * Fetches the bundle of a publication, one piece after the other, so that never more than one is underway. A piece that does not come, or
 * is another, is asked for again.
 */
final class BundleLoader {
    private static final long AGAIN_NS = 5_000_000_000L;

    private final Publication publication;
    private final byte[] zip;
    private int next;
    private boolean asked;
    private long askedNs;

    /**
     * A loader that has nothing.
     *
     * @param publication whose bundle
     */
    BundleLoader(final Publication publication) {
        this.publication = publication;
        zip = new byte[publication.bytes()];
    }

    /** There is a new connection: the broker knows of no subscription. */
    void connected() {
        asked = false;
    }

    private String topic() {
        return FleetTopics.chunk(publication.group(), next);
    }

    /**
     * One round.
     *
     * @param talk with the broker
     * @param nowNs monotonic
     */
    void work(final BrokerTalk talk, final long nowNs) {
        if (isWhole() || (asked && nowNs - askedNs < AGAIN_NS)) {
            return;
        }
        if (asked) {
            talk.unsubscribe(topic());
        }
        asked = talk.subscribe(topic());
        askedNs = nowNs;
    }

    /**
     * Takes a message.
     *
     * @param topic its topic
     * @param payload its bytes
     * @param talk with the broker
     * @return false when it is not the next piece
     */
    boolean take(final String topic, final byte[] payload, final BrokerTalk talk) {
        if (isWhole()
                || !topic.equals(topic())
                || payload.length != Math.min(Publication.CHUNK_BYTES, zip.length - next * Publication.CHUNK_BYTES)
                || !Publication.sha256(payload).equals(publication.chunks().get(next))) {
            return false;
        }
        talk.unsubscribe(topic);
        System.arraycopy(payload, 0, zip, next * Publication.CHUNK_BYTES, payload.length);
        next++;
        asked = false;
        return true;
    }

    /** Whether all pieces are there. */
    boolean isWhole() {
        return next == publication.chunks().size();
    }

    /** The bundle, when it is whole and its own hash fits; else null. */
    byte[] zip() {
        return isWhole() && Publication.sha256(zip).equals(publication.sha256())
                ? Arrays.copyOf(zip, zip.length)
                : null;
    }
}
