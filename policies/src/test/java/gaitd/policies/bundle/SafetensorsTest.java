package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static final Path FILE =
            Path.of("src/test/resources/gaitd/policies/golden/cells/grad_ltc_ncp8_implicit.safetensors");
    private static final int DAMAGES = 20_000;

    private static byte[] file(final String header, final float... values) {
        final byte[] text = header.getBytes(StandardCharsets.UTF_8);
        final ByteBuffer buffer =
                ByteBuffer.allocate(8 + text.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(text.length).put(text);
        for (final float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    @Test
    void readsTensorsAndTexts() throws FormatException {
        final Safetensors read = Safetensors.parse(file(
                "{\"__metadata__\":{\"k\":\"v\"},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}   ",
                1.5f,
                -2,
                3));
        assertEquals("v", read.metadata().get("k"));
        assertArrayEquals(new double[] {-2, 3}, read.values("b"));
        assertArrayEquals(new double[] {1.5}, read.values("a"));
        assertArrayEquals(new int[] {2}, read.shape("b"));
        assertEquals(2, read.names().size());
        assertFalse(read.has("c"));
        assertThrows(FormatException.class, () -> read.values("c"));
    }

    @Test
    void readsDoubles() throws FormatException {
        final byte[] bytes = file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 0, 0);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 8, Math.PI);
        assertArrayEquals(new double[] {Math.PI}, Safetensors.parse(bytes).values("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F32 | [1] | [0,8] | 2 | 8 bytes for its shape",
                "F32 | [2] | [0,8] | 3 | data of 12 bytes, tensors of 8",
                "F32 | [2] | [4,12] | 3 | gap or overlap",
                "F32 | [3] | [0,12] | 2 | range within 8 bytes",
                "F32 | [-2] | [0,8] | 2 | whole numbers",
                "F32 | [0] | [0,0] | 0 | range within",
                "F32 | [2] | [8,0] | 2 | range within",
                "F32 | [2] | [0] | 2 | range within",
                "F32 | [2.0] | [0,8] | 2 | whole numbers",
                "F32 | 2 | [0,8] | 2 | expected at most 8 numbers",
                "F32 | [1,1,1,1,1,1,1,1,2] | [0,8] | 2 | expected at most 8 numbers",
                "F32 | [4611686018427387906,4] | [0,8] | 2 | shape is too large",
                "F32 | [99999999999999999999] | [0,8] | 2 | whole numbers",
                "F16 | [4] | [0,8] | 2 | expected F32 or F64",
                "I64 | [1] | [0,8] | 2 | expected F32 or F64"
            })
    void refusesTensorsThatDoNotFit(
            final String type, final String shape, final String offsets, final int floats, final String why) {
        final byte[] bytes = file(
                "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}",
                new float[floats]);
        refused(bytes, why);
    }

    @Test
    void refusesOverlapsGivenTwiceAndBadValues() {
        final String tensor = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        refused(file("{\"a\":" + tensor + ",\"b\":" + tensor + "}", 1), "begins where another");
        refused(file("{\"a\":" + tensor + ",\"a\":" + tensor + "}", 1), "not given before");
        refused(file("{\"a\":" + tensor + "}", Float.NaN), "value 0 is NaN");
        refused(file("{\"a\":" + tensor + "}", Float.NEGATIVE_INFINITY), "value 0 is -Infinity");
        refused(file("{\"a\":{\"dtype\":\"F32\"}}"), "expected dtype, shape and data_offsets");
        refused(file("{\"__metadata__\":{\"a\":1}}"), "expected a text");
        refused(file("{\"__metadata__\":1}"), "expected a JSON object");
        refused(file("[1]"), "expected a JSON object");
        refused(new byte[7], "too few");
        refused(ByteBuffer.allocate(16).putLong(0, -1).array(), "not safetensors, or cut off");
        refused(
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, 9)
                        .array(),
                "cut off");
        refused(
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, 2)
                        .put(8, (byte) 0xff)
                        .array(),
                "UTF-8");
    }

    private static void refused(final byte[] bytes, final String why) {
        final String message = assertThrows(FormatException.class, () -> Safetensors.parse(bytes))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void damagedFilesAreReadOrRefusedNeverMore() throws IOException {
        final byte[] right = Files.readAllBytes(FILE);
        final long seed = 20260509;
        final Random random = new Random(seed);
        int refusals = 0;
        for (int i = 0; i < DAMAGES; i++) {
            final byte[] wrong =
                    random.nextInt(4) == 0 ? Arrays.copyOf(right, random.nextInt(right.length)) : right.clone();
            for (int k = random.nextInt(4); k >= 0 && wrong.length > 0; k--) {
                wrong[random.nextInt(Math.min(wrong.length, 2500))] = (byte) random.nextInt();
            }
            try {
                Safetensors.parse(wrong);
            } catch (final FormatException e) {
                refusals++;
                assertFalse(e.getMessage().isEmpty(), "seed " + seed + " damage " + i);
            }
        }
        assertTrue(refusals > DAMAGES / 2, refusals + " refusals, seed " + seed);
    }
}
