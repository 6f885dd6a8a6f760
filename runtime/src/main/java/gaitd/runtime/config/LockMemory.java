package gaitd.runtime.config;

/** Which of the process's pages are kept in memory. */
public enum LockMemory {
    /** None. */
    OFF,
    /** Each once it was used. */
    USED,
    /** All from the start. */
    ALL
}
