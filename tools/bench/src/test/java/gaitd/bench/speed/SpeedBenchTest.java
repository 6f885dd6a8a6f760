package gaitd.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
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
        final JsonDocument result = JsonDocument.of(json);
        final boolean compiler = !result.text("compiler").isEmpty();
        for (final String cell :
                new String[] {"report_ltc_64", "conductance_ltc_32", "auto_ncp_32", "cfc_64", "actor_512_256_128"}) {
            for (final String form : new String[] {"plain", "vector"}) {
                assertTrue(result.number(cell + "_" + form + "_ns_per_step") > 0, cell + " in " + result);
                assertEquals(compiler, result.isNumber(cell + "_" + form + "_ratio"), cell + " in " + result);
            }
            assertTrue(result.isNumber(cell + "_alloc_bytes_per_step"), cell + " in " + result);
            if (compiler) {
                final double difference = result.number(cell + "_max_difference");
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
