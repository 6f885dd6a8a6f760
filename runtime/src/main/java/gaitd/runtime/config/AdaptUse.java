package gaitd.runtime.config;

/** What adapting does in the control loop. */
public enum AdaptUse {
    /** Nothing. */
    OFF,
    /** The experience leaves the loop; the policy acts as it was shipped. */
    RECORD,
    /** The policy explores and takes weights from the learner. */
    ON
}
