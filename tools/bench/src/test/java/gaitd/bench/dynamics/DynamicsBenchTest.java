package gaitd.bench.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamicsBenchTest {
    private static final Path STATES = Path.of("src/test/resources/gaitd/bench/dynamics/states.json");

    @TempDir
    Path folder;

    @Test
    void printsEveryQuantityAndWritesTheResult() throws IOException {
        final Path json = folder.resolve("out.json");
        final Cli bench = Cli.run("bench", "dynamics", STATES.toString(), "--json", json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        assertTrue(bench.out().contains("joint_acceleration"), bench.out());
        final var result = JsonDocument.of(json);
        assertTrue(result.flag("pass"));
        assertTrue(result.number("mass_matrix_worst_error") < 1e-9);
    }

    @Test
    void failsWhenAReferenceDiffers() throws IOException {
        Files.copy(STATES.resolveSibling("links.json"), folder.resolve("links.json"));
        final String right = Files.readString(STATES);
        final String wrong = right.replaceFirst("(\"kinetic_energy\": *)", "$11");
        final Path file = Files.writeString(folder.resolve("states.json"), wrong);
        final Cli bench = Cli.run("bench", "dynamics", file.toString());
        assertEquals(ExitCode.FAILED, bench.code(), bench::toString);
        assertTrue(bench.out().lines().anyMatch(l -> l.startsWith("kinetic_energy") && l.endsWith("FAILED")));
    }

    @Test
    void refusesFilesThatAreMissingOrNotStates() throws IOException {
        assertTrue(Cli.run("bench", "dynamics", "no.json")
                .refusedWith(ExitCode.REFUSED)
                .contains("no.json"));
        final Path file = Files.writeString(folder.resolve("x.json"), "{\"states\": 3}");
        assertTrue(Cli.run("bench", "dynamics", file.toString())
                .refusedWith(ExitCode.REFUSED)
                .contains("x.json"));
    }
}
