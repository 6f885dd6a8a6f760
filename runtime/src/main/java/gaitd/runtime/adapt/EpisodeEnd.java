package gaitd.runtime.adapt;

/** Whether a step was the policy's last of a walk, and why. */
public enum EpisodeEnd {
    /** The walk goes on. */
    GOES_ON,
    /** The walk came to rest, or the policy was blended out. */
    STOPPED,
    /** A guard that ends walking tripped: a fall, as a reward sees it. */
    FAULT
}
