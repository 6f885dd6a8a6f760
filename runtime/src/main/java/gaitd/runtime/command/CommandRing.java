package gaitd.runtime.command;

import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Bounded lock-free ring that brings commands from any thread or process to the control thread, and their verdicts
 * back.
 *
 * <p>The memory is this process's own or a file that operators map. Nothing in it is trusted: slots are computed from
 * the reader's own count, never from a length or index found there, so that no contents can stop the control thread or
 * make it throw. A command whose sender died while writing is skipped after {@link #ABANDON_POLLS}; a damaged count is
 * repaired.
 *
 * <p>{@link #offer} and {@link #stop} may be called from anywhere; {@link #poll} and {@link #judge} by the control thread only,
 * where they allocate nothing. A full ring refuses the command and counts it; it never waits. Stopping does not go through the
 * ring, but by the {@link StopWord} beside it.
 */
public final class CommandRing {
    /** Commands that fit. */
    public static final int SLOTS = 256;
    /** Polls after which a command that was begun and not finished is skipped. */
    public static final int ABANDON_POLLS = 50;

    private static final int TAIL = 0;
    private static final int HEAD = 64;
    private static final int DROPPED = 128;
    private static final int ABANDONED = 192;
    private static final int MENDED = 200;
    private static final int COUNTS = 256;
    private static final int FIRST_SLOT = 512;
    private static final int SLOT_BYTES = 128;

    private static final int OPERATOR = 8;
    private static final int SEQUENCE = 16;
    private static final int SENT_NS = 24;
    private static final int REQUEST = 32;
    private static final int GAIT = 36;
    private static final int VX = 40;
    private static final int VY = 48;
    private static final int YAW_RATE = 56;
    private static final int CHECKSUM = 64;
    private static final int VERDICT = 72;
    private static final int ACTED_NS = 80;
    private static final int HOLDS = 88;

    /** Memory that a ring takes. */
    public static final int MEMORY_BYTES = FIRST_SLOT + SLOTS * SLOT_BYTES;

    private static final int STOP = OperatorRequest.STOP.ordinal();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final int VERDICT_BITS = 4;

    private final AtomicBuffer memory;
    private final StopWord stop;
    private long head;
    private int waited;

    /** A ring in memory of its own, for operators in this process. */
    public CommandRing() {
        this(new UnsafeBuffer(ByteBuffer.allocateDirect(MEMORY_BYTES)), new StopWord());
    }

    /**
     * A ring in given memory.
     *
     * @param memory {@link #MEMORY_BYTES}, aligned to 8; zeros when the control side begins
     * @param stop the word beside it
     */
    public CommandRing(final AtomicBuffer memory, final StopWord stop) {
        this.memory = memory;
        this.stop = stop;
    }

    /** Stops the robot in the next tick, whatever waits in the ring. */
    public void stop() {
        stop.press();
    }

    /**
     * Sends a command as it is.
     *
     * @param command not modified
     * @return its ticket, from 1, or 0 when the ring is full and nothing was sent
     */
    public long offer(final RawCommand command) {
        long tail = memory.getLongVolatile(TAIL);
        while (true) {
            final long waiting = tail - memory.getLongVolatile(HEAD);
            if (waiting < 0 || waiting >= SLOTS) {
                memory.getAndAddLong(DROPPED, 1);
                return 0;
            }
            if (memory.compareAndSetLong(TAIL, tail, tail + 1)) {
                write(command, slot(tail), tail + 1);
                return tail + 1;
            }
            tail = memory.getLongVolatile(TAIL);
        }
    }

    private void write(final RawCommand command, final int at, final long ticket) {
        memory.putLong(at + OPERATOR, command.operator);
        memory.putLong(at + SEQUENCE, command.sequence);
        memory.putLong(at + SENT_NS, command.sentNs);
        memory.putLong(at + ACTED_NS, command.actedNs);
        memory.putInt(at + HOLDS, command.holds ? 1 : 0);
        memory.putInt(at + REQUEST, command.request);
        memory.putInt(at + GAIT, command.gait);
        memory.putDouble(at + VX, command.vx);
        memory.putDouble(at + VY, command.vy);
        memory.putDouble(at + YAW_RATE, command.yawRate);
        memory.putLong(at + CHECKSUM, command.checksum());
        memory.putLongVolatile(at, ticket);
    }

    /**
     * Takes the oldest waiting command.
     *
     * @param out overwritten when there was one
     * @return whether there was one
     */
    public boolean poll(final RawCommand out) {
        memory.putLongVolatile(HEAD, head);
        final int at = slot(head);
        if (memory.getLongVolatile(at) != head + 1) {
            await();
            return false;
        }
        read(at, out);
        advance();
        out.ticket = head;
        return true;
    }

    private void read(final int at, final RawCommand out) {
        out.operator = memory.getLong(at + OPERATOR);
        out.sequence = memory.getLong(at + SEQUENCE);
        out.sentNs = memory.getLong(at + SENT_NS);
        out.actedNs = memory.getLong(at + ACTED_NS);
        out.holds = memory.getInt(at + HOLDS) != 0;
        out.request = memory.getInt(at + REQUEST);
        out.gait = memory.getInt(at + GAIT);
        out.vx = memory.getDouble(at + VX);
        out.vy = memory.getDouble(at + VY);
        out.yawRate = memory.getDouble(at + YAW_RATE);
        out.intact = memory.getLong(at + CHECKSUM) == out.checksum();
    }

    /**
     * Whether the robot is to be stopped: the word was pressed, or a stop waits anywhere in the ring. Called by the control thread
     * before it takes commands.
     *
     * @param after stops up to this ticket were executed before
     * @param scratch overwritten
     * @return whether there is a new stop
     */
    boolean stopTaken(final long after, final RawCommand scratch) {
        boolean found = stop.taken();
        final long end = newestTicket();
        for (long number = Math.max(head, after); number < end && !found; number++) {
            final int at = slot(number);
            if (memory.getLongVolatile(at) == number + 1 && memory.getInt(at + REQUEST) == STOP) {
                read(at, scratch);
                found = scratch.intact;
            }
        }
        return found;
    }

    /** Ticket of the newest command that was begun; a damaged count gives no more than the ring can hold. */
    long newestTicket() {
        return Math.clamp(memory.getLongVolatile(TAIL), head, head + SLOTS);
    }

    /**
     * No command is complete: none was sent, or a sender is writing, or it died while writing, or the count is damaged.
     */
    private void await() {
        final long tail = memory.getLongVolatile(TAIL);
        if (tail == head) {
            waited = 0;
        } else if (tail < head || tail > head + SLOTS) {
            memory.putLongVolatile(TAIL, head);
            memory.getAndAddLong(MENDED, 1);
        } else {
            waited++;
            if (waited > ABANDON_POLLS) {
                memory.getAndAddLong(ABANDONED, 1);
                advance();
            }
        }
    }

    private void advance() {
        waited = 0;
        head++;
        memory.putLongVolatile(HEAD, head);
    }

    /**
     * Tells the sender the verdict on a command.
     *
     * @param command the one polled last
     * @param verdict on it
     */
    public void judge(final RawCommand command, final Verdict verdict) {
        memory.getAndAddLong(COUNTS + verdict.ordinal() * Long.BYTES, 1);
        memory.putLongVolatile(
                slot(command.ticket - 1) + VERDICT, (command.ticket << VERDICT_BITS) | verdict.ordinal());
    }

    /**
     * Verdict on one of the last {@link #SLOTS} commands.
     *
     * @param ticket as {@link #offer} gave it
     * @return the verdict, or null when there is none yet
     */
    public Verdict verdict(final long ticket) {
        final long found = memory.getLongVolatile(slot(ticket - 1) + VERDICT);
        final int ordinal = (int) found & ((1 << VERDICT_BITS) - 1);
        return found >> VERDICT_BITS == ticket && ordinal < VERDICTS.length ? VERDICTS[ordinal] : null;
    }

    /**
     * Commands with a verdict.
     *
     * @param verdict which
     * @return how many since the control side began
     */
    public long count(final Verdict verdict) {
        return memory.getLongVolatile(COUNTS + verdict.ordinal() * Long.BYTES);
    }

    /**
     * Commands that found the ring full.
     *
     * @return how many since the control side began
     */
    public long dropped() {
        return memory.getLongVolatile(DROPPED);
    }

    /**
     * Commands that were begun and never finished.
     *
     * @return how many since the control side began
     */
    public long abandoned() {
        return memory.getLongVolatile(ABANDONED);
    }

    /**
     * How often the senders' count was damaged and repaired.
     *
     * @return how many times since the control side began
     */
    public long repaired() {
        return memory.getLongVolatile(MENDED);
    }

    private static int slot(final long number) {
        return FIRST_SLOT + (int) (number & (SLOTS - 1)) * SLOT_BYTES;
    }
}
