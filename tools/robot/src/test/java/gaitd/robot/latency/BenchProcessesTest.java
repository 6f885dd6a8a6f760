package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchProcessesTest {
    @Test
    void endsItsProcessesAndDeletesItsFilesOnceHoweverOftenItIsClosed() throws IOException {
        final BenchProcesses processes = new BenchProcesses();
        final Process sleeping = processes.start("sleep.txt", List.of("sleep", "60"));
        final Path folder = processes.file("sleep.txt").getParent();
        assertTrue(Files.exists(folder));
        processes.close();
        assertFalse(sleeping.isAlive());
        assertFalse(Files.exists(folder));
        // As when an interrupt closes it first and then the command that uses it.
        processes.close();
        assertThrows(IOException.class, () -> processes.start("more.txt", List.of("true")));
    }
}
