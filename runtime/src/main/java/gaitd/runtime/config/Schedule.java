package gaitd.runtime.config;

/** What begins a tick. */
public enum Schedule {
    /** The timer. */
    TIMER,
    /** The robot's packets. */
    PACKETS
}
