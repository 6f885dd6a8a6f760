package gaitd.runtime.adapt;

/** What the candidate does. */
public enum TrialPhase {
    /** There is none. */
    NONE,
    /** It runs beside what drives, and never commands. */
    SHADOW,
    /** It is tried, and the incumbent drives in this window. */
    INCUMBENT_WINDOW,
    /** It is tried, and drives in this window. */
    CANDIDATE_WINDOW,
    /** It was rolled back: the incumbent drives, and the version is refused from now on. */
    ROLLED_BACK
}
