package gaitd.hal.bus;

import gaitd.hal.wire.Crc32Words;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.FixedPoint;
import java.nio.ByteBuffer;

/**
 * Motor commands to and from the 34 bytes of the bus.
 *
 * <p>Buffers are little-endian and used from index 0 whatever their position. Numbers are scaled and truncated toward zero as the
 * vendor does; those beyond the range of their field, which wrap around with the vendor, saturate. Called by bus threads. Allocates
 * nothing, throws nothing for any content.
 */
public final class MotorCommandCodec {
    /** Length, bytes. */
    public static final int SIZE = 34;
    /** First two bytes of a command, and of a reply, as a little-endian number. */
    static final short START = (short) 0xEEFE;

    /** Rotor angle counts in a radian. */
    static final double COUNTS_A_RAD = 16384 / 6.2832;
    /** Rotor torque counts in a newton metre. */
    static final float COUNTS_A_NM = 256;
    /** Rotor speed counts in a radian per second. */
    static final float COUNTS_A_RAD_S = 128;

    private static final float STIFFNESS_SCALE = 2048;
    private static final float DAMPING_SCALE = 1024;

    private static final int ID = 2;
    private static final int MODE = 4;
    private static final int MODIFY = 5;
    private static final int TORQUE = 12;
    private static final int SPEED = 14;
    private static final int POSITION = 16;
    private static final int STIFFNESS = 20;
    private static final int DAMPING = 22;
    private static final int RESERVE = 26;

    private MotorCommandCodec() {}

    /**
     * Writes a whole command.
     *
     * <p>Torque, speed and gains that are not numbers become 0; an angle that is none becomes 0 with stiffness 0.
     *
     * @param in not modified
     * @param out little-endian, at least {@link #SIZE} bytes, overwritten
     * @return whether every number was within the range of its field; false when one was changed to fit
     */
    public static boolean encode(final MotorCommand in, final ByteBuffer out) {
        for (int i = 0; i < SIZE; i++) {
            out.put(i, (byte) 0);
        }
        final boolean position = Double.isFinite(in.positionRad);
        final double counts = position ? in.positionRad * COUNTS_A_RAD : 0;
        out.putShort(0, START);
        out.put(ID, (byte) in.id);
        out.put(MODE, (byte) in.mode);
        out.put(MODIFY, (byte) 0xFF);
        out.putShort(TORQUE, FixedPoint.toCounts(in.torqueNm, COUNTS_A_NM));
        out.putShort(SPEED, FixedPoint.toCounts(in.speedRadS, COUNTS_A_RAD_S));
        out.putInt(POSITION, (int) counts);
        out.putShort(STIFFNESS, position ? FixedPoint.toCounts(in.stiffness, STIFFNESS_SCALE) : 0);
        out.putShort(DAMPING, FixedPoint.toCounts(in.damping, DAMPING_SCALE));
        out.putInt(RESERVE, in.reserve);
        Crc32Words.seal(out, SIZE);
        return position
                && FixedPoint.fits(in.torqueNm, COUNTS_A_NM)
                && FixedPoint.fits(in.speedRadS, COUNTS_A_RAD_S)
                && FixedPoint.fits(in.stiffness, STIFFNESS_SCALE)
                && FixedPoint.fits(in.damping, DAMPING_SCALE)
                && (int) counts > Integer.MIN_VALUE
                && (int) counts < Integer.MAX_VALUE;
    }

    /**
     * Reads a command as a motor does.
     *
     * @param in little-endian, at least {@link #SIZE} bytes, not modified
     * @param out overwritten when the result is {@link DecodeResult#OK}, else not touched
     * @return OK, or BAD_CRC
     */
    public static DecodeResult decode(final ByteBuffer in, final MotorCommand out) {
        if (!Crc32Words.isSealed(in, SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        out.id = in.get(ID) & 0xFF;
        out.mode = in.get(MODE) & 0xFF;
        out.torqueNm = in.getShort(TORQUE) / (double) COUNTS_A_NM;
        out.speedRadS = in.getShort(SPEED) / (double) COUNTS_A_RAD_S;
        out.positionRad = in.getInt(POSITION) / COUNTS_A_RAD;
        out.stiffness = in.getShort(STIFFNESS) / (double) STIFFNESS_SCALE;
        out.damping = in.getShort(DAMPING) / (double) DAMPING_SCALE;
        out.reserve = in.getInt(RESERVE);
        return DecodeResult.OK;
    }

    /**
     * Whether a frame begins here.
     *
     * @param in little-endian
     * @param at index of the first byte
     * @return whether the two bytes there are the start of a frame
     */
    static boolean starts(final ByteBuffer in, final int at) {
        return in.getShort(at) == START;
    }
}
