package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EchoBenchTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void measuresBothSidesWithoutPrivileges() throws IOException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs two processors");
        final Path json = folder.resolve("echo.json");
        final Cli bench = Cli.run(
                "bench",
                "echo",
                "--rounds",
                "1",
                "--seconds",
                "1",
                "--priority",
                "0",
                "--cpu",
                "-1",
                "--spin",
                "20",
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        final JsonDocument report = JsonDocument.of(json);
        assertTrue(report.number("answers") > 0, report::toString);
        assertTrue(report.number("gaitd_us", "p50") > 0, report::toString);
        if (!report.isNull("c_us")) {
            assertTrue(report.number("ratio_p50") > 0, report::toString);
        }
    }

    @Test
    void refusesAProcessorThatIsNotThere() {
        final Cli bench = Cli.run("bench", "echo", "--cpu", "4000");
        assertEquals(ExitCode.USAGE, bench.code(), bench::toString);
        assertTrue(bench.toString().contains("--cpu"), bench::toString);
    }
}
