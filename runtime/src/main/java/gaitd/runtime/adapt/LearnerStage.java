package gaitd.runtime.adapt;

/** What a learner is at. */
public enum LearnerStage {
    /** There is no learner, or it has not begun. */
    NONE("has not begun"),
    /** Watches the policy in force. */
    WATCHING("watches the version in force"),
    /** Trains a candidate. */
    TRAINING("trains a candidate"),
    /** Tries a candidate. */
    TRYING("tries a candidate"),
    /** Waits until a person lets it adapt again. */
    FROZEN("frozen");

    /** Meaning, for messages. */
    public final String meaning;

    LearnerStage(final String meaning) {
        this.meaning = meaning;
    }
}
