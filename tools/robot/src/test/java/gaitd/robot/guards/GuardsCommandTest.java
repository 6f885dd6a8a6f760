package gaitd.robot.guards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardsCommandTest {
    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void tellsAllOfAGuard(final Fault fault) {
        final Cli cli = Cli.run("guards");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().contains(fault.name() + ": the robot " + fault.reaction.meaning), cli.out());
        assertTrue(!fault.watches.isEmpty() && cli.out().contains(fault.watches), cli.out());
        assertTrue(!fault.remedy.isEmpty() && cli.out().contains(fault.remedy), cli.out());
        assertTrue(fault.limit == null || cli.out().contains(fault.limit.key), cli.out());
        assertTrue(fault.latencyMs > 0, fault.name());
    }

    @Test
    void tellsLimitsInForceAndGuardsThatAreOff(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("robot.toml");
        Files.writeString(file, "safety.tilt_max_deg = 30\nsafety.power_max_w = \"off\"\n");
        final Cli cli = Cli.run("guards", "--config", file.toString());
        assertTrue(cli.out().contains("limit 30 deg (safety.tilt_max_deg)"), cli.out());
        assertTrue(cli.out().contains("limit OFF (safety.power_max_w)"), cli.out());
    }

    @Test
    void theDocumentsTableIsThatOfTheCode() throws IOException {
        final String document = Files.readString(Path.of("../../docs/guards.md"));
        assertTrue(
                document.contains(GuardTable.markdown(Config.defaults())),
                "docs/guards.md is old: replace its table by what ./gaitd guards --markdown prints");
    }
}
