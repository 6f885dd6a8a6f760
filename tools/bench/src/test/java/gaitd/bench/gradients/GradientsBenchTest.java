package gaitd.bench.gradients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
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
        final JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertTrue(result.get("samples_per_s").asDouble() > 0, result.toString());
        assertTrue(result.get("record_bytes").asLong() > 0, result.toString());
    }

    @Test
    void refusesOtherNumbersOfWorkers() {
        final String line = Cli.run("bench", "gradients", "--workers", "3").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--workers 3"), line);
    }
}
