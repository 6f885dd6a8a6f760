package gaitd.hal.bus;

import gaitd.hal.wire.Crc32Words;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.FixedPoint;
import java.nio.ByteBuffer;

/**
 * Motor replies to and from the 78 bytes of the bus.
 *
 * <p>Buffers are little-endian and used from index 0 whatever their position. As with the vendor the checksum alone decides whether
 * a reply is one. Called by bus threads and by simulated motors. Allocates nothing, throws nothing for any content.
 */
public final class MotorReplyCodec {
    /** Length, bytes. */
    public static final int SIZE = 78;

    /** Any number from ...1743 to ...1798 gives the values that the vendor's library reads from its counts, rounded to single precision. */
    private static final double GYRO_RAD_S = 0.00107993176;

    private static final double ACCELEROMETER_M_S2 = 0.0023911132;

    private static final int ID = 2;
    private static final int MODE = 4;
    private static final int TEMPERATURE = 6;
    private static final int ERROR = 7;
    private static final int TORQUE = 12;
    private static final int SPEED = 14;
    private static final int FILTERED_SPEED = 16;
    private static final int ACCELERATION = 26;
    private static final int POSITION = 30;
    private static final int GYRO = 38;
    private static final int ACCELEROMETER = 44;

    private MotorReplyCodec() {}

    /**
     * Reads a reply.
     *
     * @param in little-endian, at least {@link #SIZE} bytes, not modified
     * @param out overwritten when the result is {@link DecodeResult#OK}, else not touched
     * @return OK, or BAD_CRC
     */
    public static DecodeResult decode(final ByteBuffer in, final MotorReply out) {
        if (!Crc32Words.isSealed(in, SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        out.id = in.get(ID) & 0xFF;
        out.mode = in.get(MODE) & 0xFF;
        out.temperatureC = in.get(TEMPERATURE);
        out.error = in.get(ERROR) & 0xFF;
        out.torqueNm = in.getShort(TORQUE) / (double) MotorCommandCodec.COUNTS_A_NM;
        out.speedRadS = in.getShort(SPEED) / (double) MotorCommandCodec.COUNTS_A_RAD_S;
        out.filteredSpeedRadS = in.getFloat(FILTERED_SPEED);
        out.accelerationRadS2 = in.getShort(ACCELERATION);
        out.positionRad = in.getInt(POSITION) / MotorCommandCodec.COUNTS_A_RAD;
        for (int i = 0; i < out.gyroRadS.length; i++) {
            out.gyroRadS[i] = in.getShort(GYRO + i * Short.BYTES) * GYRO_RAD_S;
            out.accelerometerMS2[i] = in.getShort(ACCELEROMETER + i * Short.BYTES) * ACCELEROMETER_M_S2;
        }
        return DecodeResult.OK;
    }

    /**
     * Writes a whole reply; what a {@link MotorReply} lacks is 0. Integers saturate, values in counts are truncated toward zero.
     *
     * @param in not modified
     * @param out little-endian, at least {@link #SIZE} bytes, overwritten
     */
    public static void encode(final MotorReply in, final ByteBuffer out) {
        for (int i = 0; i < SIZE; i++) {
            out.put(i, (byte) 0);
        }
        out.putShort(0, MotorCommandCodec.START);
        out.put(ID, (byte) in.id);
        out.put(MODE, (byte) in.mode);
        out.put(TEMPERATURE, FixedPoint.toByte(in.temperatureC));
        out.put(ERROR, (byte) in.error);
        out.putShort(TORQUE, FixedPoint.toCounts(in.torqueNm, MotorCommandCodec.COUNTS_A_NM));
        out.putShort(SPEED, FixedPoint.toCounts(in.speedRadS, MotorCommandCodec.COUNTS_A_RAD_S));
        out.putFloat(FILTERED_SPEED, (float) in.filteredSpeedRadS);
        out.putShort(ACCELERATION, FixedPoint.toCounts(in.accelerationRadS2, 1));
        out.putInt(POSITION, (int) Math.rint(in.positionRad * MotorCommandCodec.COUNTS_A_RAD));
        for (int i = 0; i < in.gyroRadS.length; i++) {
            out.putShort(GYRO + i * Short.BYTES, FixedPoint.nearest(in.gyroRadS[i] / GYRO_RAD_S));
            out.putShort(
                    ACCELEROMETER + i * Short.BYTES, FixedPoint.nearest(in.accelerometerMS2[i] / ACCELEROMETER_M_S2));
        }
        Crc32Words.seal(out, SIZE);
    }
}
