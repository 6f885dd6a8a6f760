package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench, far shorter than one that tells something. */
class AdaptBenchTest {
    private static final Path TRAINED = Path.of("../../policies/trained");

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void goesOnFromWhatItHasKept() throws IOException {
        final String kept = folder.resolve("kept.txt").toString();
        final Path json = folder.resolve("adapt.json");
        final String policy = TRAINED.resolve("a1-stage1-ep-ltc.zip").toString();
        final String[] command = {
            "bench",
            "adapt",
            "--policy",
            policy,
            "--cases",
            "payload-behind",
            "--walk",
            "30",
            "--adapt-steps",
            "1024",
            "--resume",
            kept,
            "--json",
            json.toString()
        };
        final Cli run = Cli.run(command);
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String outcomes = Files.readString(Path.of(kept));
        assertEquals(3, outcomes.lines().count());
        final JsonDocument result = JsonDocument.of(json);
        final String group = "payload-behind embedded a1-stage1-ep-ltc.zip ";
        assertTrue(result.number(group + "nominal") - result.number(group + "frozen") > 0.1, run.out());
        assertTrue(outcomes.contains("\"tried\":1"), outcomes);
        Cli.run(command);
        assertEquals(outcomes, Files.readString(Path.of(kept)), "nothing was walked again");
    }

    @Test
    void refusesAnUnknownCaseAndAPolicyThatCannotLearnBeforeWalking() {
        final String unknown = Cli.run("bench", "adapt", "--cases", "icy").refusedWith(ExitCode.USAGE);
        assertTrue(unknown.contains("--case icy is unknown; did you mean ice?"), unknown);
        final String policy = Cli.run(
                        "bench",
                        "adapt",
                        "--policy",
                        TRAINED.resolve("a1-stage2-ep-ltc.zip").toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(policy.contains("carries nothing that learning could go on from"), policy);
    }
}
