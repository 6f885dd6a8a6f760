package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class PolicySlotTest {
    private static final int HALF_ONE = 64 + 64 + PolicySlot.CONTENT_MAX_BYTES;

    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(PolicySlot.MEMORY_BYTES));
    private final PolicySlot writer = new PolicySlot(memory);
    private final PolicySlot reader = new PolicySlot(memory);

    private static UnsafeBuffer policy(final int length, final int seed) {
        final byte[] bytes = new byte[length];
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return new UnsafeBuffer(bytes);
    }

    private void assertTakes(final int length, final int seed, final long version) {
        assertTrue(reader.take());
        assertEquals(length, reader.length());
        assertEquals(version, reader.version());
        final UnsafeBuffer expected = policy(length, seed);
        for (int i = 0; i < length; i++) {
            assertEquals(expected.getByte(i), reader.contents().getByte(i));
        }
        assertFalse(reader.take());
    }

    @Test
    void anEmptySlotGivesNothing() {
        assertFalse(reader.take());
        assertEquals(0, reader.generation());
    }

    @Test
    void givesEachPolicyOnceAndTheNewestOnly() {
        writer.publish(policy(1000, 1), 1000, 5);
        assertTakes(1000, 1, 5);
        writer.publish(policy(PolicySlot.CONTENT_MAX_BYTES, 2), PolicySlot.CONTENT_MAX_BYTES, 6);
        writer.publish(policy(10, 3), 10, 7);
        assertTakes(10, 3, 7);
        assertEquals(3, reader.generation());
    }

    @Test
    void aRecordingsPolicyHasItsNumberAgain() {
        writer.publish(policy(1000, 1), 1000, 5, 17);
        assertTakes(1000, 1, 5);
        assertEquals(17, reader.generation());
        writer.publish(policy(10, 2), 10, 6, 20);
        assertTakes(10, 2, 6);
        assertEquals(20, reader.generation());
    }

    @Test
    void aWriterThatDiesHalfWayLeavesTheOldPolicy() {
        writer.publish(policy(100, 1), 100, 1);
        memory.putBytes(64 + 64, policy(50, 9), 0, 50);
        assertTakes(100, 1, 1);
    }

    @Test
    void refusesWhateverDoesNotFitItsChecksum() {
        for (final int at : new int[] {8, 16, 24, 64, 163}) {
            writer.publish(policy(100, 1), 100, 1);
            final long generation = memory.getLong(0);
            final int half = (generation & 1) == 0 ? 64 : HALF_ONE;
            memory.putByte(half + at, (byte) (memory.getByte(half + at) + 1));
            assertFalse(reader.take(), "byte " + at);
            assertEquals(generation, reader.refusedGeneration());
        }
        writer.publish(policy(100, 1), 100, 1);
        assertTakes(100, 1, 1);
    }

    @Test
    void anOldHalfUnderANewGenerationIsRefused() {
        writer.publish(policy(100, 1), 100, 1);
        memory.putLong(0, 3);
        assertFalse(reader.take());
    }

    @Test
    void noBytesWhateverHurtAReader() {
        final SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 1000; round++) {
            for (final int half : new int[] {64, HALF_ONE}) {
                for (int at = 0; at < 32; at += 8) {
                    memory.putLong(half + at, random.nextInt(3) == 0 ? random.nextInt(4) : random.nextLong());
                }
            }
            memory.putLong(0, random.nextInt(4));
            assertFalse(reader.take());
        }
    }

    @Test
    void refusesAPolicyThatDoesNotFit() {
        final UnsafeBuffer large = policy(PolicySlot.CONTENT_MAX_BYTES + 1, 1);
        assertThrows(IllegalArgumentException.class, () -> writer.publish(large, large.capacity(), 1));
        assertThrows(IllegalArgumentException.class, () -> writer.publish(large, 0, 1));
        assertFalse(reader.take());
    }
}
