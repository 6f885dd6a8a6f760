package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    private static final String B = "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]}";

    private static byte[] file(final String header, final int dataBytes) {
        final byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private static String refusal(final byte[] file) {
        final String line = assertThrows(FormatException.class, () -> Safetensors.parse(file))
                .getMessage();
        assertEquals(1, line.lines().count());
        return line;
    }

    @Test
    void readsWhatItWrites() throws FormatException {
        final Safetensors tensors = new Safetensors(
                List.of(
                        new Tensor("b.weight", new int[] {2, 3}, new double[] {1, -2, 3.5, 0, Float.MIN_VALUE, 9}),
                        new Tensor("a", new int[] {1}, new double[] {7})),
                Map.of("format", "pt"));
        final Safetensors read = Safetensors.parse(SafetensorsWriter.write(tensors));
        assertEquals(List.of("b.weight", "a"), read.names());
        assertArrayEquals(new int[] {2, 3}, read.get("b.weight").shape());
        assertArrayEquals(tensors.get("b.weight").values(), read.get("b.weight").values());
        assertEquals(Map.of("format", "pt"), read.metadata());
    }

    @Test
    void readsDoublesAndScalars() throws FormatException {
        final byte[] bytes = file(
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}",
                12);
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(bytes.length - 12, Math.PI)
                .putFloat(bytes.length - 4, 1.5f);
        final Safetensors read = Safetensors.parse(bytes);
        assertArrayEquals(new double[] {Math.PI}, read.values("a"));
        assertArrayEquals(new double[] {1.5}, read.values("b"));
        assertThrows(FormatException.class, () -> read.values("c"));
    }

    @Test
    void namesTheFileThatIsMissingOrTooLarge(@TempDir final Path folder) throws IOException {
        final Path missing = folder.resolve("none.safetensors");
        assertEquals(
                missing + ": there is no such file",
                assertThrows(FormatException.class, () -> Safetensors.read(missing))
                        .getMessage());
        final Path large = Files.createFile(folder.resolve("large.safetensors"));
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 26);
        }
        assertEquals(
                large + ": more than 33554432 bytes",
                assertThrows(FormatException.class, () -> Safetensors.read(large))
                        .getMessage());
    }

    @Test
    void takesTensorsInAnyOrderOfNamesAndBlanksBehindTheHeader() throws FormatException {
        assertEquals(
                List.of("a", "b"),
                Safetensors.parse(file("{" + B + "," + A + "}   ", 16)).names());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xffffffffL, 1L << 40, 200, (1 << 20) + 1})
    void refusesHeaderLengthsOutsideTheFile(final long length) {
        final byte[] file = file("{" + A + "}", 8);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertTrue(refusal(file).contains("header length " + Long.toUnsignedString(length)), refusal(file));
    }

    @Test
    void refusesTooShortFiles() {
        assertTrue(refusal(new byte[9]).contains("9 bytes are too few"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[0,4]; needs 8 bytes",
                "[0,12]; needs 8 bytes",
                "[8,0]; expected a whole number from 8",
                "[-8,0]; expected a whole number from 0",
                "[0,9223372036854775808]; expected a whole number",
                "[0,8.0]; expected a whole number",
                "[0]; data_offsets of 2 numbers",
                "[0,8,16]; data_offsets of 2 numbers",
                "\"x\"; data_offsets of 2 numbers",
                "[4,12]; begins at 4, expected 0 (gap)"
            })
    void refusesOffsets(final String offsets, final String reason) {
        final String line = refusal(file("{" + A.replace("[0,8]", offsets) + "}", 8));
        assertTrue(line.contains(reason), line);
        assertTrue(line.contains("tensor 'a'"), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[0]; expected a whole number from 1",
                "[-2]; expected a whole number from 1",
                "[2147483648]; expected a whole number from 1",
                "[65536,65536]; is too large",
                "[30000000,30000000,30000000]; is too large",
                "[1,1,1,1,2]; shape of at most 4",
                "2; shape of at most 4",
                "[3]; needs 12 bytes"
            })
    void refusesShapes(final String shape, final String reason) {
        final String line = refusal(file("{" + A.replace("[2]", shape) + "}", 8));
        assertTrue(line.contains(reason), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F16", "BF16", "I64", "f32", ""})
    void refusesOtherTypes(final String dtype) {
        final String line = refusal(file("{" + A.replace("F32", dtype) + "}", 8));
        assertTrue(line.contains("dtype " + dtype + ", expected F32 or F64"), line);
    }

    @Test
    void refusesOverlapAndTrailingBytes() {
        assertTrue(refusal(file("{" + A + "," + B.replace("[8,16]", "[4,12]") + "}", 12))
                .contains("(overlap)"));
        assertTrue(refusal(file("{" + A + "," + B + "}", 17)).contains("have 16 bytes, the file has 17"));
        assertTrue(refusal(file("{" + A + "," + B + "}", 15)).contains("have 16 bytes, the file has 15"));
    }

    @Test
    void refusesNamesTwice() {
        assertTrue(refusal(file("{" + A + "," + B.replace("\"b\"", "\"a\"") + "}", 16))
                .contains("Duplicate field 'a'"));
    }

    @Test
    void refusesUnknownOrMissingKeysOfATensor() {
        assertTrue(refusal(file("{" + A.replace("}", ",\"x\":1}") + "}", 8)).contains("expected exactly dtype"));
        assertTrue(refusal(file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8)).contains("expected exactly dtype"));
        assertTrue(refusal(file("{\"a\":3}", 8)).contains("expected exactly dtype"));
    }

    @Test
    void refusesHeadersThatAreNoPlainObject() {
        assertTrue(refusal(file("[1]", 8)).contains("no JSON object"));
        assertTrue(refusal(file("{}", 0)).contains("0 tensors, expected 1"));
        assertTrue(refusal(file("{" + A, 8)).contains("not JSON"));
        assertTrue(refusal(file("{" + A + "} x", 8)).contains("not JSON"));
        assertTrue(refusal(file("{\"a\":" + "[".repeat(5000), 8)).contains("not JSON"));
        assertTrue(refusal(file("{\"__metadata__\":{\"a\":1}," + A + "}", 8)).contains("__metadata__.a is no text"));
        assertTrue(refusal(file("{\"__metadata__\":[]," + A + "}", 8)).contains("__metadata__ is no object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\\u0000", "\\u00e4"})
    void refusesNamesThatAreNotPlain(final String name) {
        assertTrue(refusal(file("{" + A.replace("\"a\"", '"' + name + '"') + "}", 8))
                .contains("plain characters"));
    }

    @Test
    void refusesTooManyTensors() {
        final StringBuilder header = new StringBuilder("{");
        for (int i = 0; i <= SafetensorsReader.TENSORS_MAX; i++) {
            header.append(i == 0 ? "" : ",")
                    .append("\"t" + i + "\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[" + 4 * i + ","
                            + (4 * i + 4) + "]}");
        }
        assertTrue(refusal(file(header + "}", 4004)).contains("1001 tensors"));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void namesTheNumberThatIsNotFinite(final float value) {
        final byte[] file = file("{" + A + "," + B + "}", 16);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4, value);
        assertTrue(refusal(file).contains("tensor 'b' value 1 is " + value + ", expected a finite number"));
    }
}
