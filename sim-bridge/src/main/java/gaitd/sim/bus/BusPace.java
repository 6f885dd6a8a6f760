package gaitd.sim.bus;

import gaitd.hal.bus.MotorCommandCodec;
import gaitd.hal.bus.MotorReplyCodec;

/**
 * How long things take on a bus.
 *
 * @param baud speed of the line, bits per second
 * @param turnAroundNs from the last bit of a command to the first of its reply, ns
 */
public record BusPace(double baud, long turnAroundNs) {
    /** Speed of the A1's buses. */
    public static final double A1_BAUD = 4_800_000;
    /** Start bit, eight data bits, stop bit. */
    public static final int BITS_A_BYTE = 10;

    private static final double NS_PER_S = 1e9;

    /**
     * Time that bytes take on the line.
     *
     * @param bytes how many
     * @return ns
     */
    public long wireNs(final int bytes) {
        return Math.round(bytes * BITS_A_BYTE * NS_PER_S / baud);
    }

    /**
     * Time from the first bit of a command to the last of its reply.
     *
     * @return ns
     */
    public long exchangeNs() {
        return wireNs(MotorCommandCodec.SIZE) + turnAroundNs + wireNs(MotorReplyCodec.SIZE);
    }
}
