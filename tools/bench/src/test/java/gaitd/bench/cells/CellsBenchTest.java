package gaitd.bench.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsBenchTest {
    private static final Path DATA = Path.of("../../policies/src/test/resources/gaitd/policies/golden");
    private static final Path CASE = DATA.resolve("cells/gru_16_in12.json");

    @TempDir
    Path folder;

    @Test
    void printsEveryCaseAndWritesTheResult() throws IOException {
        final Path json = folder.resolve("out.json");
        final Cli bench = Cli.run("bench", "cells", DATA.toString(), "--json", json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        assertTrue(bench.out().contains("ltc_ncp32_out12_in48_regular"), bench.out());
        final var result = JsonDocument.of(json);
        assertTrue(result.flag("pass"));
        assertEquals(result.number("cases"), result.number("passed"));
        assertTrue(result.number("double_worst_error") < 1e-10);
        assertTrue(result.number("results", "gru_16_in12", "float_worst_error") < 1e-5);
    }

    @Test
    void failsWhenAReferenceDiffers() throws IOException {
        copyCase();
        final Path file = folder.resolve(CASE.getFileName());
        final String right = Files.readString(file);
        final int last = right.lastIndexOf("0.");
        Files.writeString(file, right.substring(0, last) + "9." + right.substring(last + 2));
        final Path json = folder.resolve("out.report");
        final Cli bench = Cli.run("bench", "cells", folder.toString(), "--json", json.toString());
        assertEquals(ExitCode.FAILED, bench.code(), bench::toString);
        assertTrue(bench.out().lines().anyMatch(l -> l.startsWith("gru_16_in12") && l.endsWith("FAILED")));
        assertFalse(JsonDocument.of(json).flag("pass"));
    }

    @Test
    void refusesFoldersWithoutCases() {
        assertTrue(Cli.run("bench", "cells", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("no cases"));
        assertTrue(
                Cli.run("bench", "cells", "nowhere").refusedWith(ExitCode.USAGE).contains("no such folder"));
        assertTrue(Cli.run("bench", "cells", CASE.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("is no folder"));
    }

    @Test
    void refusesBrokenFiles() throws IOException {
        copyCase();
        final Path weights = folder.resolve("gru_16_in12.safetensors");
        Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 700));
        assertTrue(Cli.run("bench", "cells", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("gru_16_in12.safetensors"));
        Files.delete(weights);
        assertTrue(Cli.run("bench", "cells", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("gru_16_in12.safetensors"));
        Files.writeString(folder.resolve("gru_16_in12.json"), "{\"name\": 3");
        assertTrue(Cli.run("bench", "cells", folder.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("gru_16_in12.json"));
    }

    private void copyCase() throws IOException {
        Files.copy(CASE, folder.resolve(CASE.getFileName()));
        final String weights = "gru_16_in12.safetensors";
        Files.copy(CASE.resolveSibling(weights), folder.resolve(weights));
    }
}
