package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.WireVectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames made by the vendor's library, and replies that it decoded. */
class MotorVectorsTest {
    private final byte[] bytes = new byte[MotorCommandCodec.SIZE];
    private final ByteBuffer out = little(bytes);

    private static ByteBuffer little(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "motor_tx_a1_foc0, 0, 10, 0, 0, 0, 0, 0, 0",
        "motor_tx_a1_known, 2, 10, 1.5, -3.25, 6.28319979, 0.75, 2.5, 11223344",
        "motor_tx_a1_pi, 1, 10, -0.5, 10, 3.14159274, 0.100000001, 3, 0",
        "motor_tx_a1_lim, 0, 10, 127.989998, 255.990005, 0, 15.9989996, 31.9990005, 0",
        "motor_tx_a1_id3, 3, 10, 0, 0, 0, 0, 0, 0",
        "motor_tx_a1_bcast, 187, 10, 0, 0, 0, 0, 0, 0"
    })
    void commandsInRangeAreTheVendorsBytes(
            final String name,
            final int id,
            final int mode,
            final float torque,
            final float speed,
            final float position,
            final float stiffness,
            final float damping,
            final String reserve) {
        assertTrue(
                MotorCommandCodec.encode(command(id, mode, torque, speed, position, stiffness, damping, reserve), out));
        assertArrayEquals(WireVectors.bytes(name), bytes);
    }

    /** Printed in the protocol's description beside the captured ones. */
    @ParameterizedTest
    @CsvSource({
        "feee000000ff000000000000000000000000000000000000000000000000f1f00222, 0, 0, 0, 0, 0, 0, 0",
        "feee00000aff000000000000c5fec0cd4282ffff4300cc06000000000000032fb6a2, 0, 10, -1.234, -100.5, -12.345, 0.0331, 1.7",
        "feee010005ff00000000000000002303000000000000660000000000000004e52404, 1, 5, 0, 6.28, 0, 0, 0.1",
        "feeebb000bff000000000000000000000000000000000000000000000000b5e82efa, 187, 11, 0, 0, 0, 0, 0"
    })
    void otherCommandsToo(
            final String hex,
            final int id,
            final int mode,
            final float torque,
            final float speed,
            final float position,
            final float stiffness,
            final float damping) {
        assertTrue(MotorCommandCodec.encode(command(id, mode, torque, speed, position, stiffness, damping, "0"), out));
        assertEquals(hex, HexFormat.of().formatHex(bytes));
    }

    /** The vendor wraps: 200 N m go out as -56. Ours end at the range, and say so; angles end where the vendor's do not. */
    @ParameterizedTest
    @CsvSource({
        "motor_tx_a1_over, 200, 300, 1000000, 20, 40, 127.99609375, 255.9921875, 15.99951171875, 31.9990234375",
        "motor_tx_a1_over2, -200, -300, -1000000, -17, -33, -128, -256, -16, -32"
    })
    void whatWouldWrapSaturates(
            final String name,
            final float torque,
            final float speed,
            final float position,
            final float stiffness,
            final float damping,
            final double torqueSent,
            final double speedSent,
            final double stiffnessSent,
            final double dampingSent) {
        assertFalse(MotorCommandCodec.encode(command(0, 10, torque, speed, position, stiffness, damping, "0"), out));
        final MotorCommand sent = new MotorCommand();
        assertEquals(DecodeResult.OK, MotorCommandCodec.decode(out, sent));
        assertEquals(torqueSent, sent.torqueNm);
        assertEquals(speedSent, sent.speedRadS);
        assertEquals(stiffnessSent, sent.stiffness);
        assertEquals(dampingSent, sent.damping);
        assertEquals(Math.copySign(0x1p31 * 6.2832 / 16384, position), sent.positionRad, 1e-3);
        final MotorCommand vendors = new MotorCommand();
        assertEquals(DecodeResult.OK, MotorCommandCodec.decode(little(WireVectors.bytes(name)), vendors));
        assertEquals(Math.copySign(56, -torque), vendors.torqueNm, "what the vendor's library makes of it");
    }

    /** All of them: six above byte by byte, and the two that are out of range but for what is. */
    @Test
    void everyCapturedCommandIsRead() {
        final List<String> names = WireVectors.names("motor_tx_");
        assertEquals(8, names.size());
        for (final String name : names) {
            final byte[] captured = WireVectors.bytes(name);
            final MotorCommand command = new MotorCommand();
            assertEquals(DecodeResult.OK, MotorCommandCodec.decode(little(captured), command), name);
            assertEquals(captured[2] & 0xFF, command.id);
            MotorCommandCodec.encode(command, out);
            for (int at = 0; at < 30; at++) {
                if (at < 16 || at >= 20) {
                    assertEquals(captured[at], bytes[at], name + " byte " + at);
                }
            }
            assertEquals(little(captured).getInt(16), out.getInt(16), 1, name + ": an angle is truncated again");
        }
    }

    @Test
    void aCommandWithAWrongBitIsNone() {
        final MotorCommand read = new MotorCommand();
        read.id = 77;
        for (int at = 0; at < MotorCommandCodec.SIZE; at++) {
            final byte[] damaged = WireVectors.bytes("motor_tx_a1_known");
            damaged[at] ^= 1;
            // Two bytes before the checksum are not covered by it, as with the vendor.
            final boolean covered = at != 28 && at != 29;
            assertEquals(
                    covered ? DecodeResult.BAD_CRC : DecodeResult.OK,
                    MotorCommandCodec.decode(little(damaged), read),
                    "byte " + at);
            assertEquals(at < 28 ? 77 : read.id, read.id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "motor_rx_00, 3, -3.25, -1234, 100",
        "motor_rx_04, 3, 0.0078125, -1234, 100",
        "motor_rx_09, 3, -3.25, 1, 100",
        "motor_rx_10, 3, -3.25, -32768, 100",
        "motor_rx_11, 3, -3.25, -1234, 1",
        "motor_rx_17, 3, -3.25, -1234, 100",
        "motor_rx_20, 3, -3.25, -1234, 100",
        "motor_rx_22, 0, -3.25, -1234, 100",
        "motor_rx_23, 1, -3.25, -1234, 100",
        "motor_rx_26, 4, -3.25, -1234, 100",
        "motor_rx_27, 5, -3.25, -1234, 100",
        "motor_rx_30, 8, -3.25, -1234, 100"
    })
    void repliesReadAsTheVendorReadsThem(
            final String name, final int error, final double speed, final double acceleration, final int gyroCounts) {
        final MotorReply reply = new MotorReply();
        assertEquals(DecodeResult.OK, MotorReplyCodec.decode(little(WireVectors.bytes(name)), reply));
        assertEquals(2, reply.id);
        assertEquals(10, reply.mode);
        assertEquals(45, reply.temperatureC);
        assertEquals(error, reply.error);
        assertEquals(1.5, reply.torqueNm);
        assertEquals(speed, reply.speedRadS);
        assertEquals(-3.125, reply.filteredSpeedRadS);
        assertEquals(acceleration, reply.accelerationRadS2);
        assertEquals((float) 6.28319979, (float) reply.positionRad);
        final boolean base = gyroCounts == 100;
        assertArrayEquals(
                base
                        ? new float[] {(float) 0.107993178, (float) -0.215986356, (float) 0.323979527}
                        : new float[] {(float) 0.00107993174, 0, 0},
                floats(reply.gyroRadS));
        assertArrayEquals(
                base
                        ? new float[] {(float) 0.956445277, (float) -1.19555664, (float) 1.43466794}
                        : new float[] {(float) 0.0023911132, 0, 0},
                floats(reply.accelerometerMS2));
    }

    @Test
    void aDamagedReplyIsNone() {
        assertEquals(13, WireVectors.names("motor_rx_").size(), "the twelve above and this one");
        final MotorReply reply = new MotorReply();
        assertEquals(DecodeResult.BAD_CRC, MotorReplyCodec.decode(little(WireVectors.bytes("motor_rx_14")), reply));
        assertEquals(0, reply.mode);
    }

    /** Bytes that a {@link MotorReply} has no place for are 0 in ours, the others those of the captured reply. */
    @Test
    void repliesAreWrittenAsTheyAreRead() {
        final int[] kept = {0, 1, 2, 4, 6, 7, 12, 13, 14, 15, 16, 17, 18, 19, 26, 27, 30, 31, 32, 33};
        for (final String name : WireVectors.names("motor_rx_")) {
            if (name.equals("motor_rx_14") || name.equals("motor_rx_20")) {
                continue;
            }
            final byte[] captured = WireVectors.bytes(name);
            final MotorReply reply = new MotorReply();
            assertEquals(DecodeResult.OK, MotorReplyCodec.decode(little(captured), reply));
            final byte[] written = new byte[MotorReplyCodec.SIZE];
            MotorReplyCodec.encode(reply, little(written));
            for (final int at : kept) {
                assertEquals(captured[at], written[at], name + " byte " + at);
            }
            for (int at = 38; at < 50; at++) {
                assertEquals(captured[at], written[at], name + " byte " + at);
            }
            assertEquals(DecodeResult.OK, MotorReplyCodec.decode(little(written), reply));
        }
    }

    private static float[] floats(final double[] values) {
        return new float[] {(float) values[0], (float) values[1], (float) values[2]};
    }

    private static MotorCommand command(
            final int id,
            final int mode,
            final float torque,
            final float speed,
            final float position,
            final float stiffness,
            final float damping,
            final String reserve) {
        final MotorCommand command = new MotorCommand();
        command.id = id;
        command.mode = mode;
        command.torqueNm = torque;
        command.speedRadS = speed;
        command.positionRad = position;
        command.stiffness = stiffness;
        command.damping = damping;
        command.reserve = Integer.parseUnsignedInt(reserve, 16);
        return command;
    }
}
