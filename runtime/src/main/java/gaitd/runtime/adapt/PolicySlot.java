package gaitd.runtime.adapt;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Double buffer for the newest policy: the writer fills the unused half, then publishes it by its generation.
 *
 * <p>A half carries its generation, the version of its contents, its length and a checksum. A reader takes only
 * contents that pass all checks, so that a writer that dies while writing, overwrites too fast, or writes garbage
 * leaves the policy as it was. One writer; any number of readers; none of them waits.
 */
public final class PolicySlot {
    /** Longest policy, bytes. */
    public static final int CONTENT_MAX_BYTES = 1 << 20;

    private static final int GENERATION = 0;
    private static final int FIRST_HALF = 64;
    private static final int HALF_GENERATION = 0;
    private static final int HALF_VERSION = 8;
    private static final int HALF_LENGTH = 16;
    private static final int HALF_CHECKSUM = 24;
    private static final int HALF_CONTENT = 64;
    private static final int HALF_BYTES = HALF_CONTENT + CONTENT_MAX_BYTES;

    /** Memory that a slot takes. */
    public static final int MEMORY_BYTES = FIRST_HALF + 2 * HALF_BYTES;

    private final AtomicBuffer memory;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(CONTENT_MAX_BYTES);
    private final UnsafeBuffer copy = new UnsafeBuffer(bytes);
    private long taken;
    private long refused;
    private long version;
    private int length;

    /**
     * One end of a slot, of its writer or of a reader; owned by one thread.
     *
     * @param memory {@link #MEMORY_BYTES}, aligned to 8; zeros when nothing was written yet
     */
    public PolicySlot(final AtomicBuffer memory) {
        this.memory = memory;
    }

    /**
     * Publishes a policy. Called by the one writer.
     *
     * @param contents the policy's bytes
     * @param bytesLong their number, 1 to {@link #CONTENT_MAX_BYTES}
     * @param contentVersion version of the contents' format
     * @return its number, see {@link #generation()}
     * @throws IllegalArgumentException when it is empty or too long
     */
    public long publish(final DirectBuffer contents, final int bytesLong, final long contentVersion) {
        final long generation = memory.getLongVolatile(GENERATION) + 1;
        publish(contents, bytesLong, contentVersion, generation);
        return generation;
    }

    /**
     * Publishes a policy by a number that it had elsewhere, as a recording says. Called by the one writer.
     *
     * @param contents the policy's bytes
     * @param bytesLong their number, 1 to {@link #CONTENT_MAX_BYTES}
     * @param contentVersion version of the contents' format
     * @param generation its number, 1 or more, larger than all before
     * @throws IllegalArgumentException when it is empty or too long
     */
    public void publish(
            final DirectBuffer contents, final int bytesLong, final long contentVersion, final long generation) {
        if (bytesLong < 1 || bytesLong > CONTENT_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a policy of " + bytesLong + " bytes does not fit: expected 1 to " + CONTENT_MAX_BYTES);
        }
        final int half = half(generation);
        memory.putLongVolatile(half + HALF_GENERATION, 0);
        memory.putBytes(half + HALF_CONTENT, contents, 0, bytesLong);
        copy.putBytes(0, contents, 0, bytesLong);
        memory.putLong(half + HALF_VERSION, contentVersion);
        memory.putLong(half + HALF_LENGTH, bytesLong);
        memory.putLong(half + HALF_CHECKSUM, checksum(generation, contentVersion, bytesLong));
        memory.putLongVolatile(half + HALF_GENERATION, generation);
        memory.putLongVolatile(GENERATION, generation);
    }

    /**
     * Takes the newest policy if it is another than the one taken or refused last, and whole.
     *
     * @return whether {@link #contents()} now holds a new one; if not, it may have been overwritten
     */
    public boolean take() {
        return take(1, CONTENT_MAX_BYTES);
    }

    /**
     * Takes the newest policy as {@link #take()} does, and only one of a certain length: what this costs does not depend on
     * what the writer says. Allocates nothing, takes no lock.
     *
     * @param bytesLong its length
     * @return whether {@link #contents()} now holds a new one; if not, it may have been overwritten
     */
    public boolean take(final int bytesLong) {
        return take(bytesLong, bytesLong);
    }

    private boolean take(final int least, final int most) {
        final long generation = memory.getLongVolatile(GENERATION);
        if (generation == taken || generation == refused || generation == 0) {
            return false;
        }
        final int half = half(generation);
        final long claimed = memory.getLong(half + HALF_LENGTH);
        if (memory.getLongVolatile(half + HALF_GENERATION) != generation || claimed < least || claimed > most) {
            refused = generation;
            return false;
        }
        final long claimedVersion = memory.getLong(half + HALF_VERSION);
        final long sum = memory.getLong(half + HALF_CHECKSUM);
        copy.putBytes(0, memory, half + HALF_CONTENT, (int) claimed);
        if (sum != checksum(generation, claimedVersion, (int) claimed)) {
            refused = generation;
            return false;
        }
        taken = generation;
        version = claimedVersion;
        length = (int) claimed;
        return true;
    }

    private long checksum(final long generation, final long contentVersion, final int bytesLong) {
        crc.reset();
        crc.update(bytes.clear().limit(bytesLong));
        return crc.getValue() ^ Long.rotateLeft(generation, 32) ^ contentVersion * 0x9E37_79B9_7F4A_7C15L;
    }

    /**
     * The policy taken last.
     *
     * @return this reader's own copy, {@link #length()} bytes
     */
    public DirectBuffer contents() {
        return copy;
    }

    /**
     * Length of the policy taken last.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * Version of the format of the policy taken last.
     *
     * @return as its writer gave it
     */
    public long version() {
        return version;
    }

    /**
     * Number of the policy taken last.
     *
     * @return from 1; 0 when none was
     */
    public long generation() {
        return taken;
    }

    /**
     * Number of the newest policy that was refused because it was not whole.
     *
     * @return 0 when none was
     */
    public long refusedGeneration() {
        return refused;
    }

    private static int half(final long generation) {
        return FIRST_HALF + (int) (generation & 1) * HALF_BYTES;
    }
}
