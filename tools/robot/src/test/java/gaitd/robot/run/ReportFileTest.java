package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.report.Report;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final List<String> KEYS = List.of(
            "version",
            "seed",
            "engine",
            "rate_hz",
            "walk_seconds",
            "ticks",
            "missed_ticks",
            "wakeup_us",
            "compute_us",
            "state_age_us",
            "alloc_bytes_per_tick",
            "gc_count",
            "falls",
            "fault",
            "mode_final",
            "distance_m",
            "drift_m",
            "velocity_mean",
            "velocity_mae",
            "lateral_mae",
            "yaw_rate_mae",
            "tilt_rms",
            "roll_pitch_rate_rms",
            "slip_m_s",
            "tilt_max_deg",
            "power_mean_w",
            "cost_of_transport",
            "frames",
            "frames_sha256",
            "truth");

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldInOneLineAfterTheRobotSatDown() {
        final Cli run = Cli.run("run", "--lockstep", "--seconds", "1", "--policy", "none", "--json", "/dev/full");
        final String line = run.refusedWith(ExitCode.REFUSED);
        assertTrue(line.contains("/dev/full") && line.contains("No space left"), line);
        assertTrue(run.out().contains("the robot lies"), run::toString);
    }

    @Test
    void holdsEveryKeyOfARunThatWalked() throws IOException {
        final Path file = folder.resolve("r.json");
        final Cli run = Cli.run(
                "run",
                "--lockstep",
                "--seconds",
                "5",
                "--vx",
                "0.4",
                "--seed",
                "7",
                "--policy",
                "none",
                "--json",
                file.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        final JsonDocument report = JsonDocument.of(file);
        for (final String key : KEYS) {
            assertTrue(!report.isNull(key), key);
        }
        for (final String key : List.of("wakeup_us", "compute_us", "state_age_us")) {
            for (final String percentile : List.of("p50", "p99", "p99_9", "max")) {
                assertTrue(report.at(key).isNumber(percentile), key + " " + percentile);
            }
        }
        assertEquals("simulator", report.text("truth"));
        assertEquals("PASSIVE", report.text("mode_final"));
        assertEquals("none", report.text("fault"));
        assertEquals(7, report.number("seed"));
        assertEquals(5.0, report.number("walk_seconds"), 1e-9);
        assertEquals(3, report.size("velocity_mean"));
        assertEquals(64, report.text("frames_sha256").length());
        assertEquals(report.number("frames"), report.number("ticks"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file stays");
        }
    }

    @Test
    void writesIntoWhatIsNoFileWithoutReplacingIt() throws Exception {
        final Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        final FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));
        Thread.ofPlatform().daemon().start(reader);
        new Report().put("a", 1).write(pipe);
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
        assertTrue(reader.get(10, TimeUnit.SECONDS).contains("\"a\" : 1"));
    }

    @Test
    void followsALink() throws IOException {
        final Path file = Files.createDirectory(folder.resolve("elsewhere")).resolve("r.json");
        Files.writeString(file, "old");
        final Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        new Report().put("a", 1).write(link);
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(file).contains("\"a\" : 1"));
    }

    @Test
    void refusesAFolderThatIsNotThereBeforeTheRun() {
        final String line = Cli.run("run", "--lockstep", "--seconds", "100000", "--json", folder + "/none/r.json")
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("none"), line);
    }

    @Test
    void refusesAFolderInPlaceOfAFile() {
        final String line =
                Cli.run("run", "--lockstep", "--json", folder.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("is a folder"), line);
    }
}
