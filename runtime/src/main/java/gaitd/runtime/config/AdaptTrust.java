package gaitd.runtime.config;

/** Whose weights may drive in place of a bundle that had to be signed. */
public enum AdaptTrust {
    /** Nobody's. */
    NONE,
    /** Those that this robot's own learner made of it. */
    OWN
}
