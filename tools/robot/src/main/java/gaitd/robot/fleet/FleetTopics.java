package gaitd.robot.fleet;

/** Topics of what is published to groups of robots, and of what robots report. */
final class FleetTopics {
    /** Reports of all robots. */
    static final String REPORTS = "gaitd/v1/+/fleet";
    /** Status of all robots. */
    static final String STATUSES = "gaitd/v1/+/status";
    /** Connections of all robots. */
    static final String CONNECTIONS = "uagv/v3/gaitd/+/connection";

    private static final String ROOT = "gaitd/fleet/v1/";

    private FleetTopics() {}

    /** Who may do what with a bundle; signed, retained. */
    static String statement(final String group) {
        return ROOT + group + "/publication";
    }

    /** A piece of the bundle; retained. */
    static String chunk(final String group, final int index) {
        return ROOT + group + "/chunk/" + index;
    }

    /** All pieces. */
    static String chunks(final String group) {
        return ROOT + group + "/chunk/+";
    }

    /** What a robot makes of it; retained. */
    static String report(final String serial) {
        return "gaitd/v1/" + serial + "/fleet";
    }
}
