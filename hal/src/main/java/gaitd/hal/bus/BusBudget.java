package gaitd.hal.bus;

import gaitd.hal.A1;

/**
 * What a line of a speed allows: bytes of 10 bits (8 data bits, no parity, 1 stop bit), a command and a reply for each of three motors in
 * turn. What a motor takes to turn around comes on top.
 *
 * @param baud bits per second
 */
public record BusBudget(int baud) {
    private static final double BITS_PER_BYTE = 10;
    private static final double NS_PER_S = 1e9;

    /**
     * Time on the wire of a command and its reply.
     *
     * @return ns
     */
    public double exchangeNs() {
        return (MotorCommandCodec.SIZE + MotorReplyCodec.SIZE) * BITS_PER_BYTE * NS_PER_S / baud;
    }

    /**
     * A round through the motors of a bus.
     *
     * @param turnaroundNs from a command's last bit to its reply's first, ns
     * @return ns
     */
    public double roundNs(final double turnaroundNs) {
        return A1.JOINTS_PER_LEG * (exchangeNs() + turnaroundNs);
    }

    /**
     * How often that goes.
     *
     * @param turnaroundNs from a command's last bit to its reply's first, ns
     * @return rounds per second
     */
    public double roundsPerS(final double turnaroundNs) {
        return NS_PER_S / roundNs(turnaroundNs);
    }

    /**
     * What is left for each motor's turn-around, adapter and computer included.
     *
     * @param rateHz rounds per second that are wanted
     * @return ns; negative when the wire alone is too slow
     */
    public double turnaroundNs(final double rateHz) {
        return NS_PER_S / rateHz / A1.JOINTS_PER_LEG - exchangeNs();
    }
}
