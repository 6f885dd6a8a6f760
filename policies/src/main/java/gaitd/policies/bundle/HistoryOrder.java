package gaitd.policies.bundle;

/** In which order the steps of a history are listed. */
public enum HistoryOrder {
    /** The present step comes last. */
    OLDEST_FIRST,
    /** The present step comes first. */
    NEWEST_FIRST
}
