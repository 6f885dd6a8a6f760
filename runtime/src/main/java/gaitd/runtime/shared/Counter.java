package gaitd.runtime.shared;

/** What the processes count for each other; each is written by one of them. */
public enum Counter {
    /** Frames that the companion has taken. */
    COMPANION_FRAMES,
    /** Frames that the companion came too late for. */
    COMPANION_LOST,
    /** Frames that the learner has taken. */
    LEARNER_FRAMES,
    /** Frames that the learner came too late for. */
    LEARNER_LOST
}
