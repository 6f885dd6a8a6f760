package gaitd.hal.imu;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Messages as an IMU sends them: recorded ones, and made ones. */
final class XbusMessages {
    /** Data recorded from an MTi-300 in ENU: counter, time, quaternion, acceleration, dv, free acceleration, rate, dq, field, pressure, status. */
    static final String RECORDED =
            "102002A6551060040057472E2010103F7F7DC4BC10107D3BA15770BD7EC65640200CBDA21AF8BE2A8E96411D27A2"
                    + "40100CB94FC800B9DA24003CC9288040300C3C02C89C3C35F6C83CDB0C0080200CBBB17D81BB9632003C01E841"
                    + "8030103F800000B6E33001B6C0400037264800C0200CBE999C243FB61B563F166AEB3010040001 86DEE0200400400003"
                            .replace(" ", "");

    /** Recorded with its x axis turned up, and with a temperature. */
    static final String WARM =
            "10200291 8D10600401363FA62010103F35E0423F31CD15BD9F49DBBDA938CF40200CBD635A90411D08D43E5FAA50"
                            .replace(" ", "")
                    + "40100CB91168003CC901003A0F7D0040300CBC3B29803C35FC003CA46E0080200C3CAEA241BB56D800BAD5AC01"
                    + "8030103F80000037DF8801B6898000B608C000C0200CBEFBFBF23F33C485BFA0A2C108100442168000"
                    + "3010040001 86E1E0200400400003".replace(" ", "");

    /** Recorded with the quaternion as its only measurement. */
    static final String QUATERNION_ONLY =
            "1020024682106004 01C4FC3E2010103F71CE6CBEA56BCF3C613BD8BD691D25E0200400400003".replace(" ", "");

    private XbusMessages() {}

    /** A whole message around data in hexadecimal digits. */
    static byte[] message(final String data) {
        return message(HexFormat.of().parseHex(data));
    }

    static byte[] message(final byte[] data) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFA, (byte) 0xFF, 0x36});
        if (data.length < 0xFF) {
            bytes.write(data.length);
        } else {
            bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) (data.length >> 8), (byte) data.length});
        }
        bytes.writeBytes(data);
        int sum = 0;
        for (final byte one : bytes.toByteArray()) {
            sum += one;
        }
        bytes.write(-(sum - (byte) 0xFA));
        return bytes.toByteArray();
    }

    /** A packet of numbers, as floats or doubles. */
    static byte[] packet(final int identifier, final double... values) {
        final boolean doubles = (identifier & 3) == 3;
        final ByteBuffer packet = ByteBuffer.allocate(3 + values.length * (doubles ? 8 : 4));
        packet.putShort((short) identifier).put((byte) (packet.capacity() - 3));
        for (final double value : values) {
            if (doubles) {
                packet.putDouble(value);
            } else {
                packet.putFloat((float) value);
            }
        }
        return packet.array();
    }

    /** Packets in a row. */
    static byte[] data(final byte[]... packets) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (final byte[] packet : packets) {
            bytes.writeBytes(packet);
        }
        return bytes.toByteArray();
    }
}
