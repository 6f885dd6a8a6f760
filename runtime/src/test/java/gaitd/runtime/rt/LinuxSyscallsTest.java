package gaitd.runtime.rt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real calls, in threads of their own, on whatever Linux this is; with and without privileges. */
class LinuxSyscallsTest {
    private static final int CAP_SYS_NICE = 23;

    private final Syscalls calls = Syscalls.ofThisMachine();

    @BeforeEach
    void needsLinux() {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "needs Linux");
    }

    private static <T> T inThread(final Callable<T> work) throws Exception {
        final FutureTask<T> task = new FutureTask<>(work);
        final Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return task.get();
    }

    private static String thread(final String file) throws IOException {
        return Files.readString(Path.of("/proc/thread-self/" + file)).strip();
    }

    private static String field(final String name) throws IOException {
        return thread("status")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1)
                .strip();
    }

    /** Policy and priority of the calling thread: fields 41 and 40 of its stat file, counted behind the name. */
    private static String policy() throws IOException {
        final String stat = thread("stat");
        final String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return fields[38] + " " + fields[37];
    }

    @Test
    void becomesRealTimeExactlyWhenPrivileged() throws Exception {
        final boolean root = (Long.parseLong(field("CapEff"), 16) >> CAP_SYS_NICE & 1) != 0;
        final String limit = new Limits(Limits.OF_THIS_PROCESS).soft("Max realtime priority");
        final String after = inThread(() -> calls.fifo(0, 42) + " " + policy());
        if (root) {
            assertEquals("0 1 42", after);
        } else if (limit.equals("0")) {
            assertEquals(Errno.EPERM + " 0 0", after);
        }
    }

    @Test
    void refusesAPriorityThatDoesNotExist() throws Exception {
        assertEquals(Errno.EINVAL, inThread(() -> calls.fifo(0, 100)));
    }

    @Test
    void staysOnOneProcessor() throws Exception {
        final String first = field("Cpus_allowed_list").split("[-,]", -1)[0];
        assertEquals(
                "0 " + first, inThread(() -> calls.pin(Integer.parseInt(first)) + " " + field("Cpus_allowed_list")));
    }

    @Test
    void refusesAProcessorThatIsNotThere() throws Exception {
        assertEquals(Errno.EINVAL, inThread(() -> calls.pin(1000)));
        assertEquals(Errno.EINVAL, calls.pin(-1));
        assertEquals(Errno.EINVAL, calls.pin(1024));
    }

    @Test
    void namesItsThread() throws Exception {
        assertEquals("0 gaitd-test", inThread(() -> calls.nameThread("gaitd-test") + " " + thread("comm")));
    }

    @Test
    void setsTheSlackOfItsThread() throws Exception {
        assertEquals(0, inThread(() -> calls.timerSlack(1)));
    }

    @Test
    void sleepsByTheClockOfTheJvm() {
        assertTrue(KernelWaiter.sharesClock(calls, System::nanoTime));
        final long dueNs = System.nanoTime() + 3_000_000;
        assertEquals(0, calls.sleepUntil(dueNs));
        assertTrue(System.nanoTime() >= dueNs);
    }

    @Tag("slow")
    @Test
    void sleepsWithoutAllocating() throws Exception {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final KernelWaiter waiter = new KernelWaiter(calls, System::nanoTime, 1_000_000, 5_000);
        assertEquals(0L, inThread(() -> {
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 6; round++) {
                final long start = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 20_000; i++) {
                    waiter.await(System.nanoTime() + 100);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
            }
            return least;
        }));
    }

    @Test
    void keepsAThreadOffAProcessorUnlessItHasNoOther() throws Exception {
        final String[] allowed = field("Cpus_allowed_list").split("[-,]", -1);
        final int first = Integer.parseInt(allowed[0]);
        final String all = field("Cpus_allowed_list");
        assumeTrue(allowed.length > 1, "needs two processors");
        final String others = inThread(() -> calls.avoid(0, first) + " " + field("Cpus_allowed_list"));
        assertTrue(others.startsWith("0 ") && !others.equals("0 " + all), others);
        assertEquals(
                "0 0 " + first,
                inThread(() -> calls.pin(first) + " " + calls.avoid(0, first) + " " + field("Cpus_allowed_list")));
        assertEquals(Errno.EINVAL, calls.avoid(0, -1));
        assertEquals(Errno.EINVAL, calls.avoid(0, 1024));
        assertEquals(Errno.ESRCH, calls.avoid(Integer.MAX_VALUE, first));
    }
}
