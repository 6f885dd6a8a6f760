package gaitd.hal.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XbusStreamTest {
    private static final double[] QUATERNION = {0.99801278, -0.00879299, 0.00492375, -0.06220087};
    private static final double[] RATE = {-0.00541657, -0.00458360, 0.00792891};
    private static final double[] ACCELERATION = {-0.07915300, -0.16655955, 9.82217598};
    private static final double HALF_A_DIGIT = 5e-9;

    private final XbusStream stream = new XbusStream();
    private final XbusReading reading = new XbusReading();

    private void arrive(final byte[] bytes) {
        System.arraycopy(bytes, 0, stream.bytes, stream.length(), bytes.length);
        stream.added(bytes.length);
    }

    /** The values are those of the maker's own decoder. */
    @Test
    void aRecordedMessageIsDecodedAsItsMakerDoes() {
        arrive(XbusMessages.message(XbusMessages.RECORDED));
        assertTrue(stream.next(reading));
        assertArrayEquals(QUATERNION, reading.quaternion, HALF_A_DIGIT * 2);
        assertArrayEquals(RATE, reading.rateRadS, HALF_A_DIGIT);
        assertArrayEquals(ACCELERATION, reading.accelerationMS2, HALF_A_DIGIT * 100);
        assertFalse(stream.next(reading));
        arrive(XbusMessages.message(XbusMessages.WARM));
        assertTrue(stream.next(reading));
        assertEquals(37.625, reading.temperatureC);
        assertEquals(9.8146553, reading.accelerationMS2[1], 1e-6);
        assertEquals(0.0213176, reading.rateRadS[0], 1e-7);
        assertEquals(0, stream.length());
        assertEquals(0, stream.garbageBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 26, 143})
    void aMessageInPiecesIsFound(final int piece) {
        final byte[] message = XbusMessages.message(XbusMessages.RECORDED);
        int found = 0;
        for (int at = 0; at < message.length; at += piece) {
            final int count = Math.min(piece, message.length - at);
            System.arraycopy(message, at, stream.bytes, stream.length(), count);
            stream.added(count);
            found += stream.next(reading) ? 1 : 0;
            assertEquals(at + count == message.length ? 1 : 0, found);
        }
        assertEquals(0, stream.garbageBytes());
    }

    /** 300 bytes of data have their length in two bytes. */
    @Test
    void aLongMessageIsFound() {
        final byte[] more = XbusMessages.packet(0xC020, new double[50]);
        arrive(XbusMessages.message(XbusMessages.data(
                more,
                XbusMessages.packet(0x2010, 1, 0, 0, 0),
                XbusMessages.packet(0x8023, 1, 2, 3),
                XbusMessages.packet(0x4028, 4, 5, 6),
                more)));
        assertTrue(stream.next(reading));
        assertArrayEquals(new double[] {1, 2, 3}, reading.rateRadS);
        assertArrayEquals(new double[] {4, 5, 6}, reading.accelerationMS2);
    }

    @Test
    void everyDamagedBitLosesOneMessageAndNotTheNext() {
        final byte[] good = XbusMessages.message(XbusMessages.RECORDED);
        for (int bit = 0; bit < 8 * good.length; bit++) {
            final XbusStream own = new XbusStream();
            System.arraycopy(good, 0, own.bytes, 0, good.length);
            own.bytes[bit / 8] ^= (byte) (1 << bit % 8);
            int length = good.length;
            // A damaged length may ask for up to 2048 bytes more before it is known to be one.
            for (int i = 0; i < 16; i++) {
                System.arraycopy(good, 0, own.bytes, length, good.length);
                length += good.length;
            }
            own.added(length);
            int found = 0;
            while (own.next(reading)) {
                found++;
            }
            assertEquals(16, found, "bit " + bit);
        }
    }

    @Test
    void aMillionBytesOfGarbageAreSurvivedAndTheNextMessagesFound() {
        final long seed = 41;
        final Random random = new Random(seed);
        final byte[] garbage = new byte[1000];
        long found = 0;
        for (int i = 0; i < 1000; i++) {
            random.nextBytes(garbage);
            // Many beginnings, so that not all of it is passed over at once.
            for (int k = 0; k < garbage.length - 3; k += 37) {
                garbage[k] = (byte) 0xFA;
                garbage[k + 1] = (byte) 0xFF;
                garbage[k + 2] = 0x36;
            }
            arrive(garbage);
            while (stream.next(reading)) {
                found++;
            }
            assertTrue(stream.room() > 4000, "room " + stream.room());
        }
        assertEquals(0, found, "seed " + seed);
        final byte[] good = XbusMessages.message(XbusMessages.RECORDED);
        for (int i = 0; i < 30; i++) {
            arrive(good);
            while (stream.next(reading)) {
                found++;
            }
        }
        assertTrue(found >= 14, found + " found, seed " + seed);
        assertArrayEquals(QUATERNION, reading.quaternion, 1e-8);
    }

    @Test
    void whatIsNoWholeReadingIsRefusedAndCounted() {
        final byte[] q = XbusMessages.packet(0x2010, 1, 0, 0, 0);
        final byte[] w = XbusMessages.packet(0x8020, 1, 2, 3);
        final byte[] a = XbusMessages.packet(0x4020, 4, 5, 6);
        refuses(XbusMessages.data(q, w));
        refuses(XbusMessages.data(q, a));
        refuses(XbusMessages.data(w, a));
        refuses(new byte[0]);
        refuses(XbusMessages.data(q, w, a, new byte[] {0x10, 0x20}));
        refuses(XbusMessages.data(q, w, a, new byte[] {0x10, 0x20, 2, 0}));
        refuses(XbusMessages.data(XbusMessages.packet(0x2014, 1, 0, 0, 0), w, a));
        refuses(XbusMessages.data(XbusMessages.packet(0x2011, 1, 0, 0, 0), w, a));
        refuses(XbusMessages.data(XbusMessages.packet(0x2010, 1, 0, 0), w, a));
        refuses(XbusMessages.data(XbusMessages.packet(0x2010, 1.011, 0, 0, 0), w, a));
        refuses(XbusMessages.data(XbusMessages.packet(0x2010, 0.989, 0, 0, 0), w, a));
        refuses(XbusMessages.data(q, XbusMessages.packet(0x8020, 1, Float.NaN, 3), a));
        refuses(XbusMessages.data(q, w, XbusMessages.packet(0x4023, 1, 2, Double.POSITIVE_INFINITY)));
        arrive(XbusMessages.message(XbusMessages.QUATERNION_ONLY));
        assertFalse(stream.next(reading));
        assertEquals(14, stream.refused());
        for (final double norm : new double[] {1.009, 0.991}) {
            arrive(XbusMessages.message(XbusMessages.data(XbusMessages.packet(0x2018, norm, 0, 0, 0), w, a)));
            assertTrue(stream.next(reading));
        }
        assertEquals(2, stream.accepted());
        assertEquals(0, stream.garbageBytes());
    }

    private void refuses(final byte[] data) {
        final long before = stream.refused();
        arrive(XbusMessages.message(data));
        assertFalse(stream.next(reading));
        assertEquals(before + 1, stream.refused());
    }
}
