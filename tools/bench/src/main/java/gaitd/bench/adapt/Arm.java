package gaitd.bench.adapt;

import gaitd.policies.text.FormatException;

/** What a walk is compared as. */
enum Arm {
    /** The policy as shipped, on the robot as it was made. */
    NOMINAL,
    /** The policy as shipped, in the case. */
    FROZEN,
    /** The policy adapts, in the case. */
    ADAPTED;

    static Arm of(final String name) throws FormatException {
        for (final Arm arm : values()) {
            if (arm.name().equals(name)) {
                return arm;
            }
        }
        throw new FormatException("'" + name + "' is none of the arms of a comparison");
    }
}
