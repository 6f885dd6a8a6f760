package gaitd.policies.bundle;

/** How an LTC cell's inputs or outputs are scaled. */
public enum Mapping {
    /** Weight and bias. */
    AFFINE,
    /** Weight only. */
    LINEAR,
    /** Not at all. */
    NONE
}
