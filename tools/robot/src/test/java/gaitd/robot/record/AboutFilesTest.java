package gaitd.robot.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.record.LogFacts.RecordedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutFilesTest {
    @TempDir
    Path shared;

    @Test
    void factsComeBackAndThoseOfTheLastProcessAreGone() throws IOException {
        final RecordedPolicy one = new RecordedPolicy("one", "12ab", new byte[] {1, 2});
        final RecordedPolicy two = new RecordedPolicy("two", "34cd", new byte[] {3});
        AboutFiles.write(shared, new LogFacts("udp://a:1", false, "a = 1\n", List.of(one, two)));
        AboutFiles.write(shared, new LogFacts("udp://b:2", true, "a = 2\n", List.of(two)));
        final LogFacts read = AboutFiles.read(shared);
        assertEquals("udp://b:2", read.robot());
        assertTrue(read.simulated());
        assertEquals("a = 2\n", read.settings());
        assertEquals(1, read.policies().size());
        assertEquals("two", read.policies().getFirst().name());
        assertEquals("34cd", read.policies().getFirst().sha256());
        assertArrayEquals(new byte[] {3}, read.policies().getFirst().zip());
    }

    @Test
    void withoutFactsOrWithHalfOfThemThereAreNone() throws IOException {
        assertThrows(NoSuchFileException.class, () -> AboutFiles.read(shared));
        AboutFiles.write(shared, new LogFacts("a", false, "", List.of()));
        Files.writeString(shared.resolve("about/robot"), "a");
        assertTrue(assertThrows(IOException.class, () -> AboutFiles.read(shared))
                .getMessage()
                .contains("1 lines, expected 2"));
    }
}
