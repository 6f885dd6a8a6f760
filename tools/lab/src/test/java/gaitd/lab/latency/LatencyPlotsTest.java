package gaitd.lab.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.NoFonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LatencyPlotsTest {
    @TempDir
    Path folder;

    private String[] bench() {
        return "bench latency --rounds 1 --seconds 1 --priority 0 --cpu -1 --json FOLDER/r.json --plot FOLDER"
                .replace("FOLDER", folder.toString())
                .split(" ", 0);
    }

    @Test
    @DrawsText
    void bothDistributionsAreDrawn() throws Exception {
        final Cli bench = Cli.run(bench());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        for (final String name : List.of("latency-idle.png", "latency-tail-idle.png")) {
            assertTrue(Files.size(folder.resolve(name)) > 0, name);
        }
    }

    @Test
    void theResultIsThereWhereNothingCanBeDrawn() throws Exception {
        try (ChildJvm bench = ChildJvm.in(folder, NoFonts.in(folder), bench())) {
            assertEquals(ExitCode.OK, bench.exitCode(), bench::output);
            assertEquals(
                    1,
                    bench.output()
                            .lines()
                            .filter(line -> line.contains(Glyphs.INSTALL))
                            .count(),
                    bench::output);
        }
        assertTrue(Files.size(folder.resolve("r.json")) > 0);
    }
}
