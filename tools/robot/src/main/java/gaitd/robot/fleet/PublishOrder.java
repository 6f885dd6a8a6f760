package gaitd.robot.fleet;

import gaitd.robot.publication.Publication;

/**
 * What is to be published.
 *
 * @param group to whom
 * @param name of the bundle, for people
 * @param zip the bundle; null to take back what is published
 * @param share of the group that tries it first, above 0 to 1
 * @param validMs for how long robots may begin to try it, ms
 */
@SuppressWarnings("ArrayRecordComponent")
record PublishOrder(String group, String name, byte[] zip, double share, long validMs) {
    /** Takes back what is published to a group. */
    static PublishOrder back(final String group) {
        return new PublishOrder(group, "", null, 1, 0);
    }

    /** Whether there is something to publish. */
    boolean isNew() {
        return zip != null;
    }

    /** Whether a publication is of this bundle. */
    boolean isSame(final Publication publication) {
        return isNew() && publication.sha256().equals(Publication.sha256(zip));
    }
}
