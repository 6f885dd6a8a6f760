package gaitd.bench.ep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
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
        final JsonDocument result = JsonDocument.of(json);
        assertEquals(result.flag("pass") ? ExitCode.OK : ExitCode.FAILED, run.code(), run.err());
        assertTrue(result.number("cosine_min") >= 0.999, result.toString());
        for (final JsonDocument row : result.items("memory_bytes")) {
            assertTrue(row.number("otherCounted") > 8 * row.number("epCounted"), row.toString());
        }
        assertTrue(result.number("update_us_per_sample") > 0, result.toString());
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
