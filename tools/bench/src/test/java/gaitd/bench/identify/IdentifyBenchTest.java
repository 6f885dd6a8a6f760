package gaitd.bench.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifyBenchTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatWasFoundAgainstWhatWasSet() throws Exception {
        final Path json = folder.resolve("identify.json");
        final Cli run =
                Cli.run("bench", "identify", "--cases", "payload-behind", "--walk", "20", "--json", json.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(json);
        assertEquals(10, result.number("payload-behind_payload_kg"), 2);
        assertTrue(result.text("payload-behind_found").startsWith("about "), run.out());
        assertEquals(52, result.number("intervals"));
        assertTrue(result.number("intervals_held") > 40, run.out());
        assertTrue(result.number("bytes") < 256 * 1024 && result.number("payload-behind_frame_us") > 0);
    }

    @Test
    void refusesAnUnknownCaseBeforeWalking() {
        final String line = Cli.run("bench", "identify", "--cases", "ice,icy").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--case icy is unknown; did you mean ice?"), line);
    }
}
