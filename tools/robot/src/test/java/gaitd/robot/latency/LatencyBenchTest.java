package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.testing.ProcessSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LatencyBenchTest {
    @TempDir
    Path folder;

    @Test
    void measuresIdleAndLoadedWithoutPrivileges() throws IOException {
        final Path json = folder.resolve("latency.json");
        final Cli bench = Cli.run(
                "bench",
                "latency",
                "--rounds",
                "1",
                "--seconds",
                "1",
                "--priority",
                "0",
                "--cpu",
                "-1",
                "--load",
                "memory,network",
                "--kill-companion",
                "1",
                "--companion",
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        final JsonDocument report = JsonDocument.of(json);
        for (final String prefix : List.of("", "load_")) {
            assertTrue(report.number(prefix + "ticks") > 1000, prefix);
            assertEquals(1, report.number(prefix + "companions_killed"), prefix);
            assertTrue(report.number(prefix + "armed_ticks") > 1000, prefix);
            assertTrue(report.number(prefix + "gaitd_us", "p99") > 0, prefix);
            assertTrue(report.number(prefix + "companion_us", "p99") > 0, prefix);
            assertEquals(
                    report.number(prefix + "companion_us", "p99") / report.number(prefix + "gaitd_us", "p99"),
                    report.number(prefix + "companion_ratio_p99"),
                    1e-9);
            for (final String key : List.of(
                    "missed_ticks",
                    "gaitd_corrected_us",
                    "period_us",
                    "state_age_us",
                    "arrival_to_departure_us",
                    "companion_killed_us",
                    "stalls",
                    "throttled",
                    "stolen_ms",
                    "page_faults_minor",
                    "frames_lost",
                    "alloc_bytes",
                    "gc_count",
                    "compute_us",
                    "cyclictest_us")) {
                assertTrue(report.has(prefix + key), prefix + key);
            }
        }
    }

    /** What the compiler usually finds out and leaves off the heap is there without it: so ticks must make nothing at all. */
    @Test
    void ticksMakeNothingEvenWithoutEscapeAnalysis() throws Exception {
        final Path json = folder.resolve("latency.json");
        try (ChildJvm bench = ChildJvm.in(
                folder,
                Map.of("JDK_JAVA_OPTIONS", "-XX:-DoEscapeAnalysis"),
                "bench",
                "latency",
                "--rounds",
                "1",
                "--seconds",
                "2",
                "--priority",
                "0",
                "--cpu",
                "-1",
                "--json",
                json.toString())) {
            assertEquals(ExitCode.OK, bench.exitCode(), bench.output());
            final JsonDocument report = JsonDocument.of(json);
            final double bytes = report.number("alloc_bytes");
            assertTrue(bytes < report.number("armed_ticks"), () -> "heap bytes: " + bytes);
        }
    }

    @Test
    void leavesNoProcessBehindWhenInterrupted() throws Exception {
        try (ChildJvm bench = new ChildJvm(
                folder, "bench", "latency", "--rounds", "1", "--seconds", "60", "--priority", "0", "--cpu", "-1")) {
            List<ProcessHandle> started = List.of();
            while (started.isEmpty() && bench.handle().isAlive()) {
                Thread.sleep(20);
                started = started(bench);
            }
            assertTrue(!started.isEmpty(), bench.output());
            bench.signal(ProcessSignal.INT);
            bench.exitCode();
            assertEquals(
                    List.of(), started.stream().filter(ProcessHandle::isAlive).toList());
        }
    }

    private static List<ProcessHandle> started(final ChildJvm bench) {
        try (Stream<ProcessHandle> all = bench.handle().descendants()) {
            return all.toList();
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertTrue(Cli.run("bench", "latency", "--rounds", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--rounds = 0 is out of range: expected 1 to 1000 rounds"));
        assertTrue(Cli.run("bench", "latency", "--priority", "99")
                .refusedWith(ExitCode.USAGE)
                .contains("--priority = 99 is out of range"));
        assertTrue(Cli.run("bench", "latency", "--kill-companion", "-1")
                .refusedWith(ExitCode.USAGE)
                .contains("--kill-companion = -1 is out of range"));
        assertTrue(Cli.run("bench", "latency", "--cpu", "4096")
                .refusedWith(ExitCode.USAGE)
                .contains("--cpu = 4096 is out of range"));
    }

    @Test
    void refusesALoadThatIsNone() {
        assertTrue(Cli.run("bench", "latency", "--load", "cpu,weather")
                .refusedWith(ExitCode.USAGE)
                .contains("weather"));
        assertTrue(Cli.run("bench", "latency", "--load", "cpu,cpu")
                .refusedWith(ExitCode.USAGE)
                .contains("names a load twice"));
    }
}
