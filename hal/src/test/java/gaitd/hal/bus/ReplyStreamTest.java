package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.wire.WireVectors;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyStreamTest {
    private static final byte[] REPLY = WireVectors.bytes("motor_rx_00");

    private final BusCounters counters = new BusCounters();
    private final ReplyStream stream = new ReplyStream(counters);
    private final MotorReply reply = new MotorReply();

    private int feed(final byte[] bytes) {
        int found = 0;
        int at = 0;
        while (at < bytes.length) {
            final int part = Math.min(stream.room(), bytes.length - at);
            System.arraycopy(bytes, at, stream.bytes, stream.length(), part);
            stream.added(part);
            at += part;
            while (stream.next(reply)) {
                found++;
            }
            assertTrue(stream.room() > 0);
        }
        return found;
    }

    /** Noise of every kind: even, and made of the starts of frames. No reply is made up, and each that comes after it is found. */
    @Test
    void aMillionBytesOfGarbageAreSurvived() {
        final Random random = new Random(1);
        final byte[] noise = new byte[1000];
        long fed = 0;
        for (int round = 0; round < 1000; round++) {
            random.nextBytes(noise);
            if (round % 2 == 1) {
                for (int i = 0; i < noise.length; i++) {
                    noise[i] = (byte) (random.nextInt(4) == 0 ? noise[i] : i % 2 == 0 ? 0xFE : 0xEE);
                }
            }
            assertEquals(0, feed(noise));
            fed += noise.length;
            // A frame that began in the noise swallows a reply behind it; the third is behind the end of any.
            final int found = feed(REPLY) + feed(REPLY) + feed(REPLY);
            assertEquals(3, found);
            assertEquals(2, reply.id);
        }
        assertEquals(1_000_000, fed);
        assertEquals(fed, counters.garbageBytes + stream.length());
    }

    @Test
    void theFirstReplyNeedsNoStartAndOthersDo() {
        final byte[] without = WireVectors.bytes("motor_rx_20");
        assertEquals(1, feed(without));
        assertEquals(0, feed(without));
        assertEquals(1, feed(REPLY));
        stream.clear();
        assertEquals(1, feed(without));
    }

    @Test
    void itKnowsWhenNothingIsLeftToWaitFor() {
        final byte[] damaged = REPLY.clone();
        damaged[20] ^= 1;
        assertEquals(0, feed(damaged));
        assertTrue(stream.isSpoilt());
        stream.clear();
        final byte[] behind = new byte[damaged.length + 2];
        System.arraycopy(damaged, 0, behind, 0, damaged.length);
        System.arraycopy(REPLY, 0, behind, damaged.length, 2);
        assertEquals(0, feed(behind));
        assertFalse(stream.isSpoilt(), "another one begins");
    }
}
