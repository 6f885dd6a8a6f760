package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KillsBenchTest {
    @TempDir
    Path folder;

    @Test
    void recordingsOfKilledCompanionsOpen() throws IOException {
        final Path json = folder.resolve("kills.json");
        final Cli kills = Cli.run("bench", "kills", "--times", "4", "--priority", "0", "--json", json.toString());
        final JsonDocument report = JsonDocument.of(json);
        assertEquals(4, report.number("killed"), kills::toString);
        assertEquals(4, report.number("files_with_ticks") + report.number("files_without_ticks"), kills::toString);
        assertTrue(report.number("ticks") > 0, kills::toString);
        assertEquals(List.of(), report.at("wrong").value(), kills::toString);
    }
}
