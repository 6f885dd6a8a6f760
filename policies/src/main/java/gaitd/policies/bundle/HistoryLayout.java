package gaitd.policies.bundle;

/** Whether the steps of a history go together term by term or step by step. */
public enum HistoryLayout {
    /** All steps of a term, then all steps of the next. */
    BY_TERM,
    /** All terms of a step, then all terms of the next; for neighbours in the list with histories of one length and order. */
    BY_TIME
}
