package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsMessageTest {
    private static final int COUNT = 37;
    private static final long SHIPPED = 0xFEDC_BA98_7654_3210L;

    private final WeightsMessage written = new WeightsMessage(COUNT);
    private final WeightsMessage read = new WeightsMessage(COUNT);
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[written.bytesLong()]);

    private void write(final WeightsRole role) {
        written.id = 7;
        written.parent = 5;
        written.shipped = SHIPPED;
        written.role = role;
        for (int i = 0; i < COUNT; i++) {
            written.weights[i] = i - 18.5f;
        }
        written.write(bytes);
    }

    @ParameterizedTest
    @EnumSource(WeightsRole.class)
    void comesBackAsItWasWritten(final WeightsRole role) {
        write(role);
        assertEquals(WeightsCheck.TAKEN, read.read(bytes, SHIPPED));
        assertEquals(7, read.id);
        assertEquals(5, read.parent);
        assertEquals(SHIPPED, read.shipped);
        assertEquals(role, read.role);
        assertArrayEquals(written.weights, read.weights);
    }

    @Test
    void aBundlesMarkIsTheBeginningOfItsHash() {
        assertEquals(SHIPPED, WeightsMessage.shipped("fedcba9876543210" + "00".repeat(24)));
    }

    @Test
    void everyChangedBitIsNoticed() {
        write(WeightsRole.TRIAL);
        for (int bit = 0; bit < 8 * bytes.capacity(); bit++) {
            final byte before = bytes.getByte(bit / 8);
            bytes.putByte(bit / 8, (byte) (before ^ (1 << (bit % 8))));
            assertNotEquals(WeightsCheck.TAKEN, read.read(bytes, SHIPPED), "bit " + bit);
            bytes.putByte(bit / 8, before);
        }
        assertEquals(WeightsCheck.TAKEN, read.read(bytes, SHIPPED));
    }

    @Test
    void rubbishIsRefused() {
        final Random random = new Random(11);
        final byte[] rubbish = new byte[bytes.capacity()];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(rubbish);
            bytes.putBytes(0, rubbish);
            assertEquals(WeightsCheck.FORMAT, read.read(bytes, SHIPPED));
        }
    }

    @Test
    void saysWhatIsWrong() {
        write(WeightsRole.SHADOW);
        assertEquals(WeightsCheck.SHIPPED, read.read(bytes, SHIPPED + 1));
        bytes.putInt(36, COUNT + 1);
        assertEquals(WeightsCheck.COUNT, read.read(bytes, SHIPPED));
        bytes.putInt(36, COUNT);
        for (final int role : new int[] {-1, WeightsRole.values().length, Integer.MAX_VALUE}) {
            bytes.putInt(32, role);
            assertEquals(WeightsCheck.ROLE, read.read(bytes, SHIPPED));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightThatIsNoNumberIsRefusedWhereverItIs(final float bad) {
        for (int i = 0; i < COUNT; i++) {
            write(WeightsRole.INCUMBENT);
            written.weights[i] = bad;
            written.write(bytes);
            assertEquals(WeightsCheck.NOT_FINITE, read.read(bytes, SHIPPED), "weight " + i);
        }
    }
}
