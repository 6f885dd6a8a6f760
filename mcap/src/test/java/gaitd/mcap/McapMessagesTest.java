package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.mcap.McapRecord.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages by the summary: the same as from the begin of the file, in the order of times. */
class McapMessagesTest {
    private static List<Long> times(final byte[] file, final McapQuery query) throws IOException {
        final McapIndex index = new McapIndex(McapSource.of(file), McapLimits.USUAL);
        final McapMessages found = new McapMessages(index, query, McapLimits.USUAL);
        final List<Long> times = new ArrayList<>();
        for (Message it = found.next(); it != null; it = found.next()) {
            times.add(it.logTime());
        }
        return times;
    }

    @Test
    void allComeInTheOrderOfTimes() throws IOException {
        for (final McapCompression compression : McapCompression.values()) {
            final List<Long> expected = new ArrayList<>();
            for (long time = 1000; time < 1060; time++) {
                expected.add(time);
            }
            assertEquals(expected, times(SampleFile.of(compression), McapQuery.ALL));
        }
    }

    @Test
    void bothEndsOfTheSpanAreWanted() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.LZ4);
        assertEquals(List.of(1019L, 1020L, 1021L), times(file, new McapQuery(1019, 1021, Set.of())));
        assertEquals(List.of(1020L), times(file, new McapQuery(1019, 1021, Set.of("/two"))));
        assertEquals(List.of(), times(file, new McapQuery(1060, -1, Set.of())));
        assertEquals(List.of(), times(file, new McapQuery(0, 999, Set.of())));
        assertEquals(List.of(), times(file, new McapQuery(0, -1, Set.of("/three"))));
    }

    @Test
    void attachmentsAndMetadataAreFound() throws IOException {
        final McapIndex index = new McapIndex(McapSource.of(SampleFile.of(McapCompression.ZSTD)), McapLimits.USUAL);
        assertEquals("a.txt", index.attachment(index.attachments().getFirst()).name());
        assertEquals(
                "value", index.metadata(index.metadata().getFirst()).entries().get("key"));
        assertEquals(60, index.statistics().messageCount());
        assertTrue(index.chunks().size() > 3);
    }

    @Test
    void aFileWithoutChunksHasToBeReadFromItsBegin() throws IOException {
        final McapException refused =
                assertThrows(McapException.class, () -> SampleFile.messages(SampleFile.loose(), McapQuery.ALL));
        assertTrue(refused.getMessage().contains("read the file from its begin"));
    }

    @Test
    void tooManyOpenChunksAreRefused() throws IOException {
        final McapIndex index = new McapIndex(McapSource.of(SampleFile.of(McapCompression.NONE)), McapLimits.USUAL);
        final McapMessages found = new McapMessages(index, McapQuery.ALL, new McapLimits(1 << 20, 1 << 20, 1_500));
        assertThrows(McapException.class, () -> {
            while (found.next() != null) {}
        });
    }

    @Test
    void filesAreReadAsBytesAre(@TempDir final Path folder) throws IOException {
        final byte[] bytes = SampleFile.of(McapOptions.of(McapCompression.NONE, 100_000), 3_000);
        final Path file = folder.resolve("a.mcap");
        Files.write(file, bytes);
        final List<String> found = new ArrayList<>();
        try (McapReader reader = McapReader.open(file)) {
            for (McapRecord record = reader.next(); record != null; record = reader.next()) {
                found.add(SampleFile.text(record));
            }
        }
        assertEquals(SampleFile.records(bytes), found);
        try (McapSource source = McapSource.of(file)) {
            assertEquals(List.of(), McapCheck.of(source, McapLimits.USUAL));
        }
    }
}
