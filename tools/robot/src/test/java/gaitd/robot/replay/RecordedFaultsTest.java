package gaitd.robot.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of faults that became tests by {@code gaitd log test}: the same fault still trips. */
class RecordedFaultsTest {
    private static final Path FOLDER = Path.of("src/test/resources/faults");

    @TempDir
    Path folder;

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".mcap"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theSameFaultTrips(final Path recording) {
        final Cli replay = Cli.run("replay", "--fault", recording.toString());
        assertEquals(ExitCode.OK, replay.code(), replay.toString());
        assertTrue(replay.out().contains("first fault: recorded "), replay.out());
    }

    @Test
    @Tag("slow")
    void aFaultBecomesATest() throws IOException {
        final Path logs = folder.resolve("logs");
        Cli.run(
                "run",
                "--lockstep",
                "--no-view",
                "--seconds",
                "1",
                "--policy",
                "none",
                "--fault",
                "imu.gyro.garbage@1",
                "--record",
                logs.toString());
        final Path log;
        try (Stream<Path> files = Files.list(logs)) {
            log = files.findFirst().orElseThrow();
        }
        final Path tests = folder.resolve("tests");
        final Cli made = Cli.run("log", "test", log.toString(), "--out", tests.toString());
        assertEquals(ExitCode.OK, made.code(), made.toString());
        final Path test;
        try (Stream<Path> files = Files.list(tests)) {
            test = files.findFirst().orElseThrow();
        }
        assertTrue(made.out().contains("gaitd replay --fault " + test), made.out());
        assertTrue(Files.size(test) < Files.size(log));
        assertEquals(ExitCode.OK, Cli.run("replay", "--fault", test.toString()).code());
    }

    @Test
    @Tag("slow")
    void aRunWithoutAFaultIsNone() throws IOException {
        Cli.run("run", "--lockstep", "--no-view", "--seconds", "1", "--policy", "none", "--record", "" + folder);
        final Path log;
        try (Stream<Path> files = Files.list(folder)) {
            log = files.findFirst().orElseThrow();
        }
        assertTrue(Cli.run(
                        "log",
                        "test",
                        log.toString(),
                        "--out",
                        folder.resolve("t").toString())
                .refusedWith(ExitCode.USAGE)
                .contains("no fault trips in it"));
        assertTrue(Cli.run(
                        "log",
                        "plot",
                        log.toString(),
                        "--out",
                        folder.resolve("t").toString())
                .refusedWith(ExitCode.REFUSED)
                .contains("it comes with the package gaitd-lab"));
        assertTrue(Cli.run("log", "plot", log.toString(), "--fields", "speed", "--out", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("--fields has 'speed'"));
        assertTrue(Cli.run(
                        "log",
                        "video",
                        log.toString(),
                        "--out",
                        folder.resolve("f.png").toString())
                .refusedWith(ExitCode.REFUSED)
                .contains("log video needs the package gaitd-lab"));
    }
}
