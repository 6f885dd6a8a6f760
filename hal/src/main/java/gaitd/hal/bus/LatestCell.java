package gaitd.hal.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The latest of a stream of records of numbers, handed from one thread that writes to one that reads, where neither waits for the
 * other.
 *
 * <p>A record is read whole or not at all: the count of half writings is odd while one goes on, and the same before and after a copy
 * that is whole. Allocates nothing after construction.
 */
final class LatestCell {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle HALVES;
    /** A reader that meets a writer in the middle looks again; one whose writer was put to sleep there keeps what it had. */
    private static final int LOOKS = 64;

    static {
        try {
            HALVES = MethodHandles.lookup().findVarHandle(LatestCell.class, "halves", long.class);
        } catch (final ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] slots;
    private long halves;

    /**
     * An empty cell.
     *
     * @param length numbers in a record
     */
    LatestCell(final int length) {
        slots = new long[length];
    }

    /** Puts a record in the place of the one before; called by the one thread that writes. */
    void write(final long[] record) {
        final long before = halves;
        HALVES.setOpaque(this, before + 1);
        VarHandle.storeStoreFence();
        for (int i = 0; i < slots.length; i++) {
            SLOT.setOpaque(slots, i, record[i]);
        }
        HALVES.setRelease(this, before + 2);
    }

    /**
     * Takes the latest record.
     *
     * @param out overwritten, with half a record when the answer is false
     * @return whether there was one that could be read whole
     */
    boolean read(final long[] out) {
        for (int look = 0; look < LOOKS; look++) {
            final long before = (long) HALVES.getAcquire(this);
            if (before == 0) {
                return false;
            }
            for (int i = 0; i < slots.length; i++) {
                out[i] = (long) SLOT.getOpaque(slots, i);
            }
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && (long) HALVES.getOpaque(this) == before) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
