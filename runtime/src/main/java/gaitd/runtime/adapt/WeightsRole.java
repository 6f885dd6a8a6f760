package gaitd.runtime.adapt;

/** What a learner wants its weights to do. */
public enum WeightsRole {
    /** Nothing: a candidate that was there is withdrawn, the incumbent goes on. */
    NONE,
    /** Drive from now on. The version that was in shadow or in a trial takes over as it is; another is loaded. */
    INCUMBENT,
    /** Run beside what drives, and never command. */
    SHADOW,
    /** Drive in windows, in turn with the incumbent, after a window in shadow. */
    TRIAL
}
