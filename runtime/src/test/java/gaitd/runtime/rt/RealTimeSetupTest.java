package gaitd.runtime.rt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTimeSetupTest {
    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max locked memory         8388608              8388608              bytes
            Max realtime priority     7                    9
            """;

    @TempDir
    Path folder;

    private final FakeSyscalls calls = new FakeSyscalls();
    private Path limits;
    private Path latency;
    private Path tasks;

    @BeforeEach
    void files() throws IOException {
        limits = Files.writeString(folder.resolve("limits"), LIMITS);
        tasks = Files.createDirectory(folder.resolve("task"));
        task("11", "C2 CompilerThre");
        task("12", "C1 CompilerThre");
        task("13", "VM Thread");
        task("14", "main");
        latency = Files.createFile(folder.resolve("cpu_dma_latency"));
    }

    private void isBoosted(final String id, final int priority) throws IOException {
        Files.writeString(tasks.resolve(id).resolve("stat"), id + " (a b) S " + "0 ".repeat(36) + priority + " 1 0\n");
    }

    private void task(final String id, final String name) throws IOException {
        Files.writeString(Files.createDirectory(tasks.resolve(id)).resolve("comm"), name + "\n");
    }

    private RealTimeSetup setup(final Config config) {
        return new RealTimeSetup(config, calls::look, calls, limits, latency, new JvmThreads(tasks));
    }

    private static Config everything() {
        return new Config.Builder()
                .set(Setting.RT_PRIORITY, 80, "test")
                .set(Setting.RT_CPU, 1, "test")
                .set(ChoiceSetting.RT_LOCK_MEMORY, LockMemory.USED, "test")
                .set(Setting.RT_DMA_LATENCY_US, 3, "test")
                .conclude();
    }

    private Outcome outcome(final Measure measure) {
        final List<Outcome> all = setup(everything()).apply();
        assertEquals(measure, all.get(measure.ordinal()).measure());
        return all.get(measure.ordinal());
    }

    @Test
    void asksADevelopersMachineForNothingThatNeedsPrivileges() {
        final List<Outcome> outcomes = setup(Config.defaults()).apply();
        assertEquals(
                List.of(
                        Measure.PRIORITY,
                        Measure.JVM_THREADS,
                        Measure.AFFINITY,
                        Measure.MEMORY_LOCK,
                        Measure.DMA_LATENCY),
                outcomes.stream()
                        .filter(outcome -> outcome.result() == Outcome.Result.NOT_ASKED)
                        .map(Outcome::measure)
                        .toList());
        assertTrue(calls.asked.stream()
                .noneMatch(call -> call.startsWith("fifo") || call.startsWith("pin") || call.startsWith("lock")));
    }

    @Test
    void asksForEverythingConfigured() throws IOException {
        try (RealTimeSetup setup = setup(everything())) {
            final List<Outcome> outcomes = setup.apply();
            assertEquals(List.of(), outcomes.stream().filter(Outcome::refused).toList());
            assertEquals(outcomes, setup.outcomes());
            assertTrue(calls.asked.containsAll(
                    List.of("fifo 80", "pin 1", "lock false", "slack 1", "name gaitd-control")));
            assertArrayEquals(
                    ByteBuffer.allocate(4)
                            .order(ByteOrder.nativeOrder())
                            .putInt(3)
                            .array(),
                    Files.readAllBytes(latency));
        }
    }

    @Test
    void namesThePriorityLimit() {
        calls.errors.put("fifo", Errno.EPERM);
        assertTrue(outcome(Measure.PRIORITY)
                .line()
                .startsWith(
                        "priority: SCHED_FIFO 80 refused (EPERM, limit rtprio is 7); raise the limit: LimitRTPRIO=99"));
    }

    @Test
    void raisesTheCompilersALittleAndTheVmThreadLikeItself() {
        outcome(Measure.JVM_THREADS);
        assertEquals(
                List.of("fifo-of 11 1", "fifo-of 12 1", "fifo-of 13 80"),
                calls.asked.stream()
                        .filter(call -> call.startsWith("fifo-of"))
                        .sorted()
                        .toList());
    }

    @Test
    void aProcessBesideControlLeavesItsProcessorWithAllThreads() throws IOException {
        final List<String> all = List.of("avoid 11 1", "avoid 12 1", "avoid 13 1", "avoid 14 1");
        assertTrue(setup(Config.defaults()).leaveControlsProcessor());
        assertEquals(List.of(), calls.asked);
        final Config pinned = new Config.Builder().toml("rt.cpu = 1", "test").conclude();
        assertTrue(setup(pinned).leaveControlsProcessor());
        assertEquals(all, calls.asked.stream().sorted().toList());
        calls.asked.clear();
        calls.errors.put("avoid", Errno.ESRCH);
        assertTrue(setup(pinned).leaveControlsProcessor(), "threads may end meanwhile");
        calls.errors.put("avoid", Errno.EPERM);
        calls.asked.clear();
        assertFalse(setup(pinned).leaveControlsProcessor());
        assertEquals(all, calls.asked.stream().sorted().toList(), "a refusal keeps none of the others");
    }

    @Test
    void keepsTheJvmsThreadsOffTheControlThreadsProcessor() {
        assertTrue(outcome(Measure.JVM_THREADS).text().contains("off processor 1"));
        assertEquals(
                List.of("avoid 11 1", "avoid 12 1", "avoid 13 1"),
                calls.asked.stream()
                        .filter(call -> call.startsWith("avoid"))
                        .sorted()
                        .toList());
    }

    @Test
    void boostsTheStartOnlyWhereRealTimeIsWantedAndAnywhere() {
        setup(everything()).boostStart();
        assertEquals(
                List.of("fifo 1", "fifo-of 11 1", "fifo-of 12 1", "fifo-of 13 80"),
                calls.asked.stream().sorted().toList());
        calls.asked.clear();
        setup(new Config.Builder().conclude()).boostStart();
        assertEquals(List.of(), calls.asked);
    }

    @Test
    void whatHurriedAtTheStartBecomesOrdinaryButForCompilersThatAreToKeepIt() throws IOException {
        isBoosted("11", 1);
        isBoosted("13", 80);
        isBoosted("14", 1);
        setup(everything()).apply();
        assertEquals(
                List.of("ordinary 14"),
                calls.asked.stream().filter(call -> call.startsWith("ordinary")).toList());
        calls.asked.clear();
        setup(new Config.Builder().conclude()).apply();
        assertEquals(
                List.of("ordinary 11", "ordinary 14"),
                calls.asked.stream()
                        .filter(call -> call.startsWith("ordinary"))
                        .sorted()
                        .toList());
    }

    @Test
    void doesNotMindACompilerThatEndedMeanwhile() {
        calls.errors.put("fifo-of", Errno.ESRCH);
        assertFalse(outcome(Measure.JVM_THREADS).refused());
    }

    @Test
    void tellsWhenTheJvmsThreadsStayAsTheyAre() {
        calls.errors.put("fifo-of", Errno.EPERM);
        assertTrue(outcome(Measure.JVM_THREADS).line().contains("refused (EPERM, limit rtprio is 7)"));
    }

    @Test
    void namesTheMemoryLimit() {
        calls.errors.put("lock", Errno.ENOMEM);
        assertTrue(outcome(Measure.MEMORY_LOCK)
                .line()
                .contains("refused (ENOMEM, limit memlock is 8388608 bytes); raise the limit: LimitMEMLOCK=infinity"));
    }

    @Test
    void saysUnknownWhenLimitsCannotBeRead() throws IOException {
        Files.delete(limits);
        calls.errors.put("lock", Errno.EPERM);
        assertTrue(outcome(Measure.MEMORY_LOCK).reason().contains("memlock is unknown"));
    }

    @Test
    void namesTheProcessorThatIsNotThere() {
        calls.errors.put("pin", Errno.EINVAL);
        assertTrue(outcome(Measure.AFFINITY).line().contains("processor 1 refused (EINVAL); choose a processor"));
    }

    @Test
    void namesTheMissingLatencyFile() throws IOException {
        Files.delete(latency);
        final Outcome outcome = outcome(Measure.DMA_LATENCY);
        assertEquals("ENOENT, " + latency + " is missing", outcome.reason());
        assertTrue(outcome.remedy().contains("rt.dma_latency_us = \"off\""));
    }

    @Test
    void namesTheLatencyFileThatMayNotBeWritten() throws IOException {
        Files.delete(latency);
        Files.createDirectory(latency);
        final Outcome outcome = outcome(Measure.DMA_LATENCY);
        assertEquals("EACCES, " + latency, outcome.reason());
        assertTrue(outcome.remedy().contains("udev rule"));
    }

    @Test
    void namesTheSandboxWhenSlackOrNameIsRefused() {
        calls.errors.put("slack", Errno.EPERM);
        calls.errors.put("name", Errno.EPERM);
        assertTrue(outcome(Measure.TIMER_SLACK).remedy().contains("system call filter"));
        assertTrue(outcome(Measure.THREAD_NAME).remedy().contains("system call filter"));
    }

    @Test
    void waitsRelativelyWhereTheKernelSleepsByAnotherClock() {
        assertInstanceOf(KernelWaiter.class, setup(everything()).waiter());
        calls.errors.put("clock", 1);
        assertInstanceOf(ParkWaiter.class, setup(everything()).waiter());
        assertTrue(outcome(Measure.ABSOLUTE_SLEEP).refused());
    }

    @Test
    void aMachineThatIsNoLinuxRefusesEverything() {
        final List<Outcome> outcomes = new RealTimeSetup(
                        everything(),
                        calls::look,
                        new NoSyscalls(),
                        limits,
                        folder.resolve("none"),
                        new JvmThreads(tasks))
                .apply();
        assertTrue(outcomes.stream().allMatch(Outcome::refused));
        assertFalse(outcomes.getFirst().remedy().isEmpty());
        assertEquals(Errno.ENOSYS, new NoSyscalls().notify("@a", "b"));
    }
}
