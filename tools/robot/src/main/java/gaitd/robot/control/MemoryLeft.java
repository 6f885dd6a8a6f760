package gaitd.robot.control;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Tells whether a JVM that never collects garbage is about to run out of memory, early enough to sit a robot down.
 * Allocates nothing.
 */
final class MemoryLeft {
    private static final long LEAST_BYTES = 8L << 20;

    private final boolean collects;
    private final LongSupplier leftBytes;

    /** The memory of this JVM. */
    MemoryLeft() {
        this(!neverCollects(), Runtime.getRuntime()::freeMemory);
    }

    MemoryLeft(final boolean collects, final LongSupplier leftBytes) {
        this.collects = collects;
        this.leftBytes = leftBytes;
    }

    private static boolean neverCollects() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .allMatch(collector -> collector.getName().startsWith("Epsilon"));
    }

    /** Whether the heap is nearly used up; once true it stays true. */
    boolean isShort() {
        return !collects && leftBytes.getAsLong() < LEAST_BYTES;
    }
}
