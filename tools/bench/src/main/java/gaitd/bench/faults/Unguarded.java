package gaitd.bench.faults;

import gaitd.runtime.fault.Fault;

/** A controller without guards, but for those of numbers that are none, without which nothing is told to the robot at all. */
final class Unguarded {
    /** Guards that are off, as the bits of {@link Fault#bit()}. */
    static final long OFF = ~(Fault.STATE_NOT_FINITE.bit() | Fault.COMMAND_NOT_FINITE.bit());

    private Unguarded() {}
}
