package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContradictoryConfigTest {
    @TempDir
    Path folder;

    @Test
    void namesBothKeysOfAFile() throws IOException {
        final Path file = Files.writeString(folder.resolve("c.toml"), "gait.clearance_m = 0.12\ngait.height_m = 0.2\n");
        final String line =
                Cli.run("run", "--lockstep", "--config", file.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("gait.clearance_m = 0.12"), line);
        assertTrue(line.contains("gait.height_m = 0.2"), line);
        assertTrue(line.contains("c.toml:1") && line.contains("c.toml:2"), line);
    }

    @Test
    void namesKeyAndFlag() throws IOException {
        final Path file = Files.writeString(folder.resolve("c.toml"), "safety.stale_ms = 10\n");
        final String line = Cli.run("run", "--lockstep", "--rate", "100", "--config", file.toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("safety.stale_ms") && line.contains("--rate"), line);
    }

    @Test
    void namesBothFlags() {
        final String robot = "udp://127.0.0.1:8007";
        final String line = Cli.run("run", "--lockstep", "--robot", robot).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--lockstep") && line.contains("--robot"), line);
        final String pushed = Cli.run("run", "--push", "1:1", "--robot", robot).refusedWith(ExitCode.USAGE);
        assertTrue(pushed.contains("--push") && pushed.contains("--robot"), pushed);
    }
}
