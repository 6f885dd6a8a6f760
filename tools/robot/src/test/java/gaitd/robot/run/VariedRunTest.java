package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worn robot walks, and the result says how it is worn. */
class VariedRunTest {
    @TempDir
    Path folder;

    private JsonNode run(final String... more) throws Exception {
        final Path report = folder.resolve("report.json");
        final String[] args = new String[more.length + 7];
        System.arraycopy(
                new String[] {"run", "--lockstep", "--seconds", "3", "--vx", "0.3", "--json=" + report}, 0, args, 0, 7);
        System.arraycopy(more, 0, args, 7, more.length);
        final Cli run = Cli.run(args);
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonNode result = new ObjectMapper().readTree(report.toFile());
        assertEquals(!result.get("variation").isEmpty(), run.out().contains("drawn payload_kg"), run.out());
        return result;
    }

    @Test
    void saysWhatWasDrawnFromTheSeed() throws Exception {
        final JsonNode wide = run("--vary", "wide", "--seed", "3");
        assertEquals(wide.get("variation"), run("--vary", "wide", "--seed", "3").get("variation"));
        assertTrue(wide.get("variation").get("vary.payload_kg").asDouble() > 0, wide.toString());
        assertTrue(!wide.get("variation")
                .equals(run("--vary", "wide", "--seed", "4").get("variation")));
    }

    @Test
    void theNominalRobotDrawsNothing() throws Exception {
        assertTrue(run().get("variation").isEmpty());
    }

    @Test
    void theFileNarrowsThePreset() throws Exception {
        final Path file = Files.writeString(folder.resolve("load.toml"), "vary.payload_kg = [2, 2]\n");
        final JsonNode result = run("--vary", "wide", "--config", file.toString());
        assertEquals(2, result.get("variation").get("vary.payload_kg").asDouble());
    }
}
