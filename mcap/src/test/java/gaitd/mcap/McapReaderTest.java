package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader refuses says what is wrong and where. */
class McapReaderTest {
    private static String refusal(final byte[] file) {
        return assertThrows(McapException.class, () -> SampleFile.records(file)).getMessage();
    }

    @Test
    void anotherFileIsRefused() {
        assertTrue(refusal(new byte[7]).contains("7 bytes, fewer than"));
        assertTrue(refusal(new byte[20]).contains("does not begin as an MCAP"));
    }

    @Test
    void aHugeLengthIsRefused() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.NONE);
        file[9 + 5] = 1;
        assertTrue(refusal(file).startsWith("the Header at byte 8 has 1099511627"), refusal(file));
        file[9 + 7] = -1;
        assertTrue(refusal(file).contains("but the file ends"), refusal(file));
    }

    @Test
    void aCutFileIsRefused() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.NONE);
        assertTrue(refusal(Arrays.copyOf(file, file.length - 8)).contains("0 bytes follow it, expected 8"));
        assertTrue(refusal(Arrays.copyOf(file, file.length - 8 - 29)).contains("without a footer"));
        assertTrue(refusal(Arrays.copyOf(file, file.length + 1)).contains("9 bytes follow it"));
    }

    @Test
    void aMessageNeedsItsChannelAndAChannelItsSchema() throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (McapWriter writer = new McapWriter(out, McapOptions.USUAL, "", "")) {
            assertThrows(McapException.class, () -> writer.write(new Message(1, 0, 0, 0, new byte[0])));
            assertThrows(McapException.class, () -> writer.write(new Channel(1, 1, "/a", "", Map.of())));
            writer.write(new Schema(1, "a", "", new byte[0]));
            assertThrows(McapException.class, () -> writer.write(new Schema(1, "b", "", new byte[0])));
            writer.write(new Channel(1, 1, "/a", "", Map.of()));
            assertThrows(McapException.class, () -> writer.write(new Channel(1, 1, "/b", "", Map.of())));
            writer.write(new Message(1, 0, 0, 0, new byte[0]));
            assertThrows(IllegalArgumentException.class, () -> writer.write(new McapRecord.DataEnd(0)));
        }
        assertEquals(List.of(), McapCheck.of(McapSource.of(out.toByteArray()), McapLimits.USUAL));
    }

    @Test
    void recordsAndChunksOverTheLimitAreRefused() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.NONE);
        final McapLimits records = new McapLimits(500, 1 << 20, 1 << 20);
        final McapLimits chunks = new McapLimits(1 << 20, 500, 1 << 20);
        for (final McapLimits limits : List.of(records, chunks)) {
            final List<String> findings = McapCheck.of(McapSource.of(file), limits);
            assertTrue(findings.toString().contains("more than the limit of 500"), findings.toString());
        }
    }
}
