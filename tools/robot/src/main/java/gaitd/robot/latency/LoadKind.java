package gaitd.robot.latency;

/** Kinds of load during a measurement. */
public enum LoadKind {
    /** A spinning thread for each processor. */
    CPU,
    /** Copies of arrays larger than the caches. */
    MEMORY,
    /** Files written, forced to the disk and deleted. */
    DISK,
    /** Datagrams over the loopback. */
    NETWORK
}
