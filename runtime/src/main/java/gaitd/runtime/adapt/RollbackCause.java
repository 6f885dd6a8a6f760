package gaitd.runtime.adapt;

/** Why a version was rolled back. */
public enum RollbackCause {
    /** None was. */
    NONE("nothing was rolled back"),
    /** A guard warned or tripped during its trial. */
    GUARD("a guard warned"),
    /** Tilt, torque, temperature, speed or doubt passed its margin while it drove. */
    MARGIN("a margin was passed"),
    /** An output was not a finite number. */
    NOT_FINITE("an output was not a number"),
    /** An output stayed outside the box around the shipped policy. */
    OUT_OF_BOX("an output stayed far outside the box around the shipped policy"),
    /** Its outputs changed faster from step to step than a walk needs. */
    UNREST("its outputs changed too fast");

    /** Meaning, for messages. */
    public final String meaning;

    RollbackCause(final String meaning) {
        this.meaning = meaning;
    }
}
