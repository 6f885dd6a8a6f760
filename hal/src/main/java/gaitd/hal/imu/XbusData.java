package gaitd.hal.imu;

import java.nio.ByteBuffer;

/**
 * Decodes the data of an MTData2 message: packets of an identifier of two bytes, a size of one, and that many bytes, all big-endian.
 *
 * <p>Source: MT Low Level Communication Protocol Documentation, MT0101P, of the maker of these IMUs. The lower four bits of an identifier
 * are the number format (0 float, 3 double; the two fixed-point formats are not taken) and the coordinate system (0 ENU, 8 NWU; 4, NED,
 * whose z is down, is not taken). Packets of other kinds are passed over. Allocates nothing.
 */
final class XbusData {
    private static final int TEMPERATURE = 0x0810;
    private static final int QUATERNION = 0x2010;
    private static final int ACCELERATION = 0x4020;
    private static final int RATE_OF_TURN = 0x8020;
    private static final int KIND = 0xFFF0;
    private static final int NUMBERS = 0x3;
    private static final int FLOAT = 0x0;
    private static final int DOUBLE = 0x3;
    private static final int SYSTEM = 0xC;
    private static final int NED = 0x4;
    private static final int HEAD = 3;
    private static final double NORM_TOLERANCE = 0.01;

    private static final int HAS_QUATERNION = 1;
    private static final int HAS_RATE = 2;
    private static final int HAS_ACCELERATION = 4;
    private static final int HAS_ALL = HAS_QUATERNION | HAS_RATE | HAS_ACCELERATION;

    private XbusData() {}

    /**
     * Decodes a message's data.
     *
     * @param in big-endian
     * @param from index of the first byte
     * @param to index behind the last
     * @param out overwritten as far as the message goes
     * @return whether orientation, rate and acceleration were all there, in formats that are taken, and possible
     */
    static boolean decode(final ByteBuffer in, final int from, final int to, final XbusReading out) {
        int has = 0;
        int at = from;
        while (at + HEAD <= to) {
            final int identifier = in.getShort(at) & 0xFFFF;
            final int size = in.get(at + 2) & 0xFF;
            final int data = at + HEAD;
            at = data + size;
            if (at > to) {
                return false;
            }
            switch (identifier & KIND) {
                case QUATERNION -> has |= orientation(in, identifier, size, data, out) ? HAS_QUATERNION : 0;
                case RATE_OF_TURN -> has |= numbers(in, identifier, size, data, out.rateRadS) ? HAS_RATE : 0;
                case ACCELERATION ->
                    has |= numbers(in, identifier, size, data, out.accelerationMS2) ? HAS_ACCELERATION : 0;
                case TEMPERATURE -> temperature(in, identifier, size, data, out);
                default -> {
                    // Another kind, which is not needed here.
                }
            }
        }
        return at == to && has == HAS_ALL;
    }

    private static boolean orientation(
            final ByteBuffer in, final int identifier, final int size, final int data, final XbusReading out) {
        if ((identifier & SYSTEM) == NED || !numbers(in, identifier, size, data, out.quaternion)) {
            return false;
        }
        double square = 0;
        for (final double part : out.quaternion) {
            square += part * part;
        }
        return Math.abs(Math.sqrt(square) - 1) <= NORM_TOLERANCE;
    }

    private static void temperature(
            final ByteBuffer in, final int identifier, final int size, final int data, final XbusReading out) {
        if ((identifier & NUMBERS) == FLOAT && size == Float.BYTES) {
            out.temperatureC = in.getFloat(data);
        } else if ((identifier & NUMBERS) == DOUBLE && size == Double.BYTES) {
            out.temperatureC = in.getDouble(data);
        }
    }

    /** All of them finite. */
    private static boolean numbers(
            final ByteBuffer in, final int identifier, final int size, final int data, final double[] out) {
        final boolean doubles = (identifier & NUMBERS) == DOUBLE;
        final int bytes = doubles ? Double.BYTES : Float.BYTES;
        if ((!doubles && (identifier & NUMBERS) != FLOAT) || size != out.length * bytes) {
            return false;
        }
        boolean finite = true;
        for (int i = 0; i < out.length; i++) {
            out[i] = doubles ? in.getDouble(data + i * bytes) : in.getFloat(data + i * bytes);
            finite &= Double.isFinite(out[i]);
        }
        return finite;
    }
}
