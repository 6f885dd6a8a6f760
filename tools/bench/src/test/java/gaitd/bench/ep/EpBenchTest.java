package gaitd.bench.ep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpBenchTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void measuresAndDraws() throws Exception {
        final Path json = folder.resolve("ep.json");
        final Cli run = Cli.run(
                "bench",
                "ep",
                "--samples",
                "2",
                "--rounds",
                "1",
                "--json",
                json.toString(),
                "--plot",
                folder.toString());
        final JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertEquals(result.get("pass").asBoolean() ? ExitCode.OK : ExitCode.FAILED, run.code(), run.err());
        assertTrue(result.get("cosine_min").asDouble() >= 0.999, result.toString());
        for (final JsonNode row : result.get("memory_bytes")) {
            assertTrue(
                    row.get("otherCounted").asLong() > 8 * row.get("epCounted").asLong(), row.toString());
        }
        assertTrue(result.get("update_us_per_sample").asDouble() > 0, result.toString());
        for (final String picture : new String[] {"beta", "signs", "steps", "noise", "clipping", "memory"}) {
            assertEquals(Glyphs.missing() == null, Files.exists(folder.resolve(picture + ".png")), picture);
        }
    }

    @Test
    void refusesNoSamples() {
        final String line = Cli.run("bench", "ep", "--samples", "0").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--samples = 0"), line);
    }
}
