package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StolenTimeTest {
    @TempDir
    Path folder;

    @Test
    void readsStolenTimeOfItsProcessor() throws IOException {
        final Path stat = Files.writeString(
                folder.resolve("stat"),
                "cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 1 2 3 4 5 6 7 3 9 10\ncpu1 1 2 3 4 5 6 7 5 9 10\n");
        assertEquals(80, new StolenTime(stat, List.of(), -1).stolenMs());
        assertEquals(50, new StolenTime(stat, List.of(), 1).stolenMs());
        assertEquals(-1, new StolenTime(stat, List.of(), 2).stolenMs());
        assertEquals(-1, new StolenTime(folder.resolve("none"), List.of(), 0).stolenMs());
    }

    @Test
    void readsTheQuotaOfTheFirstFileThere() throws IOException {
        final Path none = folder.resolve("none");
        final Path quota = Files.writeString(folder.resolve("cpu.stat"), "nr_periods 9\nnr_throttled 4\n");
        assertEquals(4, new StolenTime(none, List.of(none, quota), -1).throttled());
        assertEquals(-1, new StolenTime(none, List.of(none), -1).throttled());
    }
}
