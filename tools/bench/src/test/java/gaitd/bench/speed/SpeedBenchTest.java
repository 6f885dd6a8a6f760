package gaitd.bench.speed;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The race against C, short: what it writes and that both agree, not how fast this machine is. */
class SpeedBenchTest {
    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void everyCellAgreesWithCAndTheResultHoldsEveryKey() throws Exception {
        final Path json = folder.resolve("speed.json");
        final Cli run = Cli.run(
                "bench", "speed", "--rounds", "1", "--block", "0.001", "--warm-up", "0", "--json", json.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        final JsonNode result = new ObjectMapper().readTree(json.toFile());
        final boolean compiler = !result.get("compiler").asText().isEmpty();
        for (final String cell : new String[] {"report_ltc_64", "conductance_ltc_32", "auto_ncp_32", "cfc_64"}) {
            for (final String form : new String[] {"plain", "vector"}) {
                assertTrue(result.path(cell + "_" + form + "_ns_per_step").asDouble() > 0, cell + " in " + result);
                assertEquals(compiler, result.path(cell + "_" + form + "_ratio").isNumber(), cell + " in " + result);
            }
            assertTrue(result.path(cell + "_alloc_bytes_per_step").isNumber(), cell + " in " + result);
            if (compiler) {
                final double difference = result.get(cell + "_max_difference").asDouble();
                assertTrue(difference > 0 && difference < 1e-4, cell + " differs by " + difference);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"--rounds, 0", "--block, NaN", "--warm-up, -1"})
    void refusesNumbersOutOfRange(final String flag, final String value) {
        final String line = Cli.run("bench", "speed", flag, value).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(flag) && line.contains(value), line);
    }
}
