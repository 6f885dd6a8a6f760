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
    LEARNER_LOST
}
