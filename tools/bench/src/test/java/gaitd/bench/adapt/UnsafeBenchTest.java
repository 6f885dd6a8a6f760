package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class UnsafeBenchTest {
    @TempDir
    Path folder;

    @Test
    void tellsOfEveryKindHowLongItDrove() throws Exception {
        final Path json = folder.resolve("unsafe.json");
        final int kinds = UnsafeKind.values().length;
        final Cli run = Cli.run(
                "bench",
                "unsafe",
                "--candidates",
                Integer.toString(kinds),
                "--policy",
                "../../policies/trained/a1-stage1-ep-ltc.zip",
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(json);
        assertEquals(0, result.number("drove_longer_than_a_window"));
        for (final UnsafeKind kind : UnsafeKind.values()) {
            assertTrue(run.out().contains(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')), run.out());
        }
    }

    @Test
    void refusesNoCandidatesAndAPolicyThatCannotLearn() {
        assertTrue(Cli.run("bench", "unsafe", "--candidates", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--candidates"));
        assertTrue(Cli.run("bench", "unsafe", "--policy", "../../policies/trained/a1-stage2-ep-ltc.zip")
                .refusedWith(ExitCode.USAGE)
                .contains("carries nothing that learning could go on from"));
    }
}
