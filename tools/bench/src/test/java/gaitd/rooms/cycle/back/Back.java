package gaitd.rooms.cycle.back;

import gaitd.rooms.cycle.There;

/** Half of a cycle of packages, for the test of the rule against them. */
public final class Back {
    /** The other half. */
    public There there;
}
