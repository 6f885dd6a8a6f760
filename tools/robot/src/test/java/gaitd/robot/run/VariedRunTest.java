package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worn robot walks, and the result says how it is worn. */
class VariedRunTest {
    @TempDir
    Path folder;

    private JsonDocument run(final String... more) throws Exception {
        final Path report = folder.resolve("report.json");
        final String[] args = new String[more.length + 7];
        System.arraycopy(
                new String[] {"run", "--lockstep", "--seconds", "3", "--vx", "0.3", "--json=" + report}, 0, args, 0, 7);
        System.arraycopy(more, 0, args, 7, more.length);
        final Cli run = Cli.run(args);
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(report);
        assertEquals(result.size("variation") > 0, run.out().contains("drawn payload_kg"), run.out());
        return result;
    }

    @Test
    void saysWhatWasDrawnFromTheSeed() throws Exception {
        final JsonDocument wide = run("--vary", "wide", "--seed", "3");
        assertEquals(wide.at("variation"), run("--vary", "wide", "--seed", "3").at("variation"));
        assertTrue(wide.number("variation", "vary.payload_kg") > 0, wide.toString());
        assertTrue(!wide.at("variation")
                .equals(run("--vary", "wide", "--seed", "4").at("variation")));
    }

    @Test
    void theNominalRobotDrawsNothing() throws Exception {
        assertTrue(run().size("variation") == 0);
    }

    /** Whether it falls is not asked. */
    @Test
    void aCaseSetsItsNumbersAndSaysSo() throws Exception {
        final Path report = folder.resolve("case.json");
        Cli.run(
                "run",
                "--lockstep",
                "--seconds",
                "1",
                "--policy",
                "none",
                "--vary",
                "mild",
                "--case",
                "payload-behind+dead-foot",
                "--json",
                report.toString());
        final JsonDocument result = JsonDocument.of(report);
        assertEquals("payload-behind+dead-foot", result.text("case"));
        assertEquals(10, result.number("variation", "vary.payload_kg"));
        assertEquals(-0.1, result.number("variation", "vary.payload_x_m"));
        assertEquals("foot.FR.off@0..", result.text("faults", 0));
        assertEquals("nominal", run().text("case"));
    }

    @Test
    void aRealRobotTakesNoCase() {
        assertTrue(Cli.run("run", "--robot", "udp://127.0.0.1:9", "--case", "ice")
                .refusedWith(ExitCode.USAGE)
                .contains("--robot contradicts --case"));
    }

    @Test
    void theFileNarrowsThePreset() throws Exception {
        final Path file = Files.writeString(folder.resolve("load.toml"), "vary.payload_kg = [2, 2]\n");
        final JsonDocument result = run("--vary", "wide", "--config", file.toString());
        assertEquals(2, result.number("variation", "vary.payload_kg"));
    }
}
