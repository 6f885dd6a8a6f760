package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateBenchTest {
    private static final String POLICY = "../../policies/trained/a1-stage1-ep-ltc.zip";

    @TempDir
    Path folder;

    @Test
    void countsAndMeasuresBothRules() throws Exception {
        final Path json = folder.resolve("update.json");
        final Cli run = Cli.run("bench", "update", "--policy", POLICY, "--rounds", "1", "--json", json.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(json);
        assertTrue(result.number("kept_ratio") > 10, run.out());
        for (final String rule : new String[] {"ep_", "bptt_"}) {
            assertTrue(result.number(rule + "update_ms") > 0, run.out());
            assertTrue(result.number(rule + "with_rollout_ms") > result.number(rule + "update_ms") / 2, run.out());
            assertTrue(result.number(rule + "touched_bytes") > result.number(rule + "kept_bytes"), run.out());
            assertTrue(result.number(rule + "multiply_adds") > 1e6, run.out());
        }
    }

    @Test
    void refusesAPolicyThatCannotLearn() {
        assertTrue(Cli.run("bench", "update", "--policy", "../../policies/trained/a1-stage2-ep-ltc.zip")
                .refusedWith(ExitCode.USAGE)
                .contains("carries nothing that learning could go on from"));
        assertTrue(Cli.run("bench", "update", "--rounds", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--rounds"));
    }
}
