package gaitd.runtime.shared;

/** Counters that the processes share; each is written by one of them. */
public enum Counter {
    /** Frames that the companion has read. */
    COMPANION_FRAMES,
    /** Frames that the companion missed. */
    COMPANION_LOST,
    /** Frames that the learner has read. */
    LEARNER_FRAMES,
    /** Frames that the learner missed. */
    LEARNER_LOST,
    /** When the learner wrote its counters last, ns on the monotonic clock; 0 never. */
    LEARNER_TOLD_NS,
    /** Ordinal of {@code LearnerStage}: what the learner is at. */
    LEARNER_STAGE,
    /** Reward of the version in force when it was watched last, bits of a double, 1/s; NaN before. */
    LEARNER_REWARD_BITS,
    /** Candidates that won their trial. */
    LEARNER_WON,
    /** Candidates that did not win it. */
    LEARNER_REFUSED,
    /** Versions that were rolled back. */
    LEARNER_ROLLED_BACK,
    /** Walks that a guard ended since the learner started. */
    LEARNER_FALLS,
    /** Updates of candidates since the learner started. */
    LEARNER_UPDATES,
    /** Most memory that the learner had resident at once, bytes; 0 where unknown. */
    LEARNER_RESIDENT_BYTES
}
