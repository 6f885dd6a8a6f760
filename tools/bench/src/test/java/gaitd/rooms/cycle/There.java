package gaitd.rooms.cycle;

import gaitd.rooms.cycle.back.Back;

/** Half of a cycle of packages, for the test of the rule against them. */
public final class There {
    /** The other half. */
    public Back back;
}
