package gaitd.policies.bundle;

/** Which of the closed-form equations a CfC cell has. */
public enum CfcMode {
    /** Two heads blended by a time gate. */
    DEFAULT,
    /** Second head added, gated by time. */
    NO_GATE,
    /** The approximate solution itself. */
    PURE
}
