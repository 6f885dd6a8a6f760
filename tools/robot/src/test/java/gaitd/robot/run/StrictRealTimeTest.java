package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.WideLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that no machine of a test has is refused to everybody, whatever the privileges. */
@Tag("slow")
class StrictRealTimeTest {
    private static final String REFUSED = "affinity: processor 1000 refused (EINVAL); choose a processor";

    @TempDir
    Path folder;

    private Path config() throws IOException {
        return Files.writeString(
                folder.resolve("rt.toml"), Files.readString(WideLimits.file(folder)) + "rt.cpu = 1000\n");
    }

    @Test
    void endsBeforeTheFirstTickWhenStrict() throws IOException {
        final String line = Cli.run(
                        "run", "--no-view", "--seconds", "0.1", "--strict-rt", "--config", config().toString())
                .refusedWith(ExitCode.REFUSED);
        assertTrue(line.startsWith("gaitd: --strict-rt: " + REFUSED), line);
    }

    @Test
    void walksAndTellsWhenNotStrict() throws IOException {
        final Path report = folder.resolve("run.json");
        final Cli cli = Cli.run(
                "run", "--no-view", "--seconds", "0.1", "--config", config().toString(), "--json", report.toString());
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().contains("real time: " + REFUSED), cli.out());
        assertTrue(Files.readString(report).contains("processor 1000 refused (EINVAL)"));
    }

    @Test
    void endsTheControlProcessToo() throws IOException {
        final String line = Cli.run(
                        "control",
                        "--robot",
                        "udp://127.0.0.1:9",
                        "--shared",
                        folder.resolve("shared").toString(),
                        "--strict-rt",
                        "--config",
                        config().toString())
                .refusedWith(ExitCode.REFUSED);
        assertTrue(line.startsWith("gaitd: --strict-rt: " + REFUSED), line);
    }

    @Test
    void strictnessNeedsRealTime() {
        final String line = Cli.run("run", "--lockstep", "--strict-rt").refusedWith(ExitCode.USAGE);
        assertEquals("gaitd: --lockstep contradicts --strict-rt: --strict-rt is about a robot in real time", line);
    }
}
