package gaitd.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class McapRepairTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private McapRepair.Outcome repair(final byte[] file) throws IOException {
        final McapRepair.Outcome outcome =
                McapRepair.repair(McapSource.of(file), out, McapOptions.USUAL, McapLimits.USUAL);
        assertEquals(List.of(), McapCheck.of(McapSource.of(out.toByteArray()), McapLimits.USUAL));
        return outcome;
    }

    private int messages() throws IOException {
        return SampleFile.messages(out.toByteArray(), McapQuery.ALL).size();
    }

    /** Wherever a writer is killed, all chunks that reached the file are read. */
    @Test
    void aCutFileLosesItsLastChunkAtMost() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.LZ4);
        final McapIndex index = new McapIndex(McapSource.of(file), McapLimits.USUAL);
        final int all = SampleFile.messages(file, McapQuery.ALL).size();
        int before = 0;
        for (int at = 100; at < file.length; at += 61) {
            out.reset();
            repair(Arrays.copyOf(file, at));
            final int cut = at;
            final long whole = index.chunks().stream()
                    .filter(chunk -> chunk.chunkStart() + chunk.chunkLength() <= cut)
                    .count();
            final int found = messages();
            assertTrue(found >= before && found <= all);
            assertEquals(
                    whole,
                    new McapIndex(McapSource.of(out.toByteArray()), McapLimits.USUAL)
                            .chunks()
                            .size());
            before = found;
        }
        assertEquals(all, before);
    }

    @Test
    void aChunkWithADamagedLengthIsSteppedOver() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.ZSTD);
        final var second =
                new McapIndex(McapSource.of(file), McapLimits.USUAL).chunks().get(1);
        file[(int) second.chunkStart() + 3] ^= 0x40;
        final McapRepair.Outcome outcome = repair(file);
        assertTrue(outcome.lostBytes() >= second.chunkLength(), outcome.toString());
        assertEquals(0, outcome.homelessMessages());
        assertTrue(messages() < 60 && messages() > 30, messages() + " messages");
        assertTrue(outcome.notes().getFirst().contains("Chunk at byte " + second.chunkStart()), outcome.toString());
    }

    @Test
    void aWholeFileStaysAsItIs() throws IOException {
        final byte[] file = SampleFile.of(McapCompression.NONE);
        final McapRepair.Outcome outcome = repair(file);
        assertEquals(new McapRepair.Outcome(out.size(), 0, 0, List.of()), outcome);
        assertEquals(SampleFile.messages(file, McapQuery.ALL), SampleFile.messages(out.toByteArray(), McapQuery.ALL));
    }
}
