package gaitd.robot.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelThreadTest {
    @TempDir
    Path tasks;

    private void thread(final String id, final String name, final int minor, final int major) throws IOException {
        final Path task = Files.createDirectories(tasks.resolve(id));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(
                task.resolve("stat"), id + " (" + name + ") S 1 2 3 4 5 6 " + minor + " 8 " + major + " 10 11 12\n");
        Files.writeString(task.resolve("schedstat"), "1000 2000 3\n");
        Files.writeString(
                task.resolve("status"), "Name:\tx\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t7\n");
    }

    @Test
    void findsTheThreadByItsNameAndReadsItsCosts() throws IOException {
        thread("11", "other", 1, 2);
        thread("12", "a) b", 30, 4);
        final KernelThread thread = new KernelThread(tasks, "a) b");
        assertEquals(new KernelCosts(30, 4, 7, 2000), thread.read());
        final KernelCosts before = thread.read();
        thread("12", "a) b", 31, 9);
        assertEquals(new KernelCosts(1, 5, 0, 0), thread.read().since(before));
    }

    @Test
    void knowsNothingOfAThreadThatIsNotThereYet() throws IOException {
        final KernelThread thread = new KernelThread(tasks, "late");
        assertEquals(KernelCosts.UNKNOWN, thread.read());
        assertEquals(KernelCosts.UNKNOWN, KernelCosts.UNKNOWN.since(KernelCosts.UNKNOWN));
        thread("13", "late", 1, 0);
        assertEquals(1, thread.read().minorFaults());
        assertEquals(KernelCosts.UNKNOWN, new KernelThread(tasks.resolve("none"), "late").read());
    }
}
