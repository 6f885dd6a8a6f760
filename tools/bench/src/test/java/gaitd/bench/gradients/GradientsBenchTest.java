package gaitd.bench.gradients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientsBenchTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void measures() throws Exception {
        final Path json = folder.resolve("gradients.json");
        final Cli run = Cli.run("bench", "gradients", "--rounds", "1", "--workers", "1", "--json", json.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(json);
        assertTrue(result.number("samples_per_s") > 0, result.toString());
        assertTrue(result.number("record_bytes") > 0, result.toString());
    }

    @Test
    void refusesOtherNumbersOfWorkers() {
        final String line = Cli.run("bench", "gradients", "--workers", "3").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--workers 3"), line);
    }
}
