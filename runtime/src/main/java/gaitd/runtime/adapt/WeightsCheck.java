package gaitd.runtime.adapt;

/** How a message in the policy slot was judged. */
public enum WeightsCheck {
    /** None has come. */
    NONE("no message yet"),
    /** It was taken. */
    TAKEN("taken"),
    /** It was not whole, or of another length than messages for this bundle. */
    NOT_WHOLE("a message that is not whole, or of another length than this bundle's"),
    /** It has another format. */
    FORMAT("another format than this program's"),
    /** It is for another bundle. */
    SHIPPED("made from another bundle than the one that drives"),
    /** It has another number of weights. */
    COUNT("another number of weights than the bundle's"),
    /** Its role is none. */
    ROLE("a role that there is not"),
    /** Its contents are damaged. */
    CHECKSUM("a checksum that does not fit"),
    /** A weight is not a finite number. */
    NOT_FINITE("a weight that is not a finite number"),
    /** Its version is older than one that was taken. */
    OLD("a version older than the newest taken"),
    /** Its version was rolled back. */
    ROLLED_BACK("a version that was rolled back"),
    /** Weights other than the signed bundle's may not drive. */
    NOT_TRUSTED("weights that may not drive in place of a signed bundle (adapt.trust)");

    /** Meaning, for messages. */
    public final String meaning;

    WeightsCheck(final String meaning) {
        this.meaning = meaning;
    }
}
