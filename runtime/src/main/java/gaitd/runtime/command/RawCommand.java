package gaitd.runtime.command;

/**
 * One command as it is in the ring: what a sender wrote, not yet checked.
 *
 * <p>Filled by {@link Operator} to be sent and by {@link CommandRing#poll} to be judged by {@link OperatorGate}.
 */
public final class RawCommand {
    /** Number of the sender, chosen by itself and the same for all its commands. */
    public long operator;
    /** The sender's count of its commands, from 1, growing. */
    public long sequence;
    /** When it was sent, on the machine's monotonic clock, ns. */
    public long sentNs;
    /** When its person last did something, on the same clock, ns. */
    public long actedNs;
    /** Whether its velocity is held without a person. */
    public boolean holds;
    /** Ordinal of an {@link OperatorRequest}. */
    public int request;
    /** Ordinal of a {@code Gait}; -1 keeps the present one. */
    public int gait = -1;
    /** Forward velocity, m/s. */
    public double vx;
    /** Leftward velocity, m/s. */
    public double vy;
    /** Yaw rate, rad/s, positive to the left. */
    public double yawRate;

    /** Place in the ring, from 1, given by the ring. */
    long ticket;
    /** Whether the checksum fitted, found by the ring. */
    boolean intact;

    /** A command of zeros. */
    public RawCommand() {
        // fields are set by whoever sends or receives
    }

    /** Checksum of all fields that are sent; it does not match a record that is half written or not a command. */
    long checksum() {
        long sum = 0x9E37_79B9_7F4A_7C15L;
        sum = mix(sum, operator);
        sum = mix(sum, sequence);
        sum = mix(sum, sentNs);
        sum = mix(sum, holds ? actedNs : ~actedNs);
        sum = mix(sum, ((long) request << 32) | (gait & 0xFFFF_FFFFL));
        sum = mix(sum, Double.doubleToRawLongBits(vx));
        sum = mix(sum, Double.doubleToRawLongBits(vy));
        return mix(sum, Double.doubleToRawLongBits(yawRate));
    }

    private static long mix(final long sum, final long value) {
        final long product = (sum ^ value) * 0xBF58_476D_1CE4_E5B9L;
        return product ^ (product >>> 29);
    }
}
