package gaitd.robot.process;

import java.util.concurrent.locks.LockSupport;

/** Sleeps of a thread that polls another process. */
final class Pauses {
    private static final long BRIEF_NS = 5_000_000L;

    private Pauses() {}

    static void brief() {
        LockSupport.parkNanos(BRIEF_NS);
    }
}
