package gaitd.tools.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.tools.Cli;
import gaitd.tools.Patience;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateNanTest {
    @TempDir
    Path folder;

    @Test
    void neverStandsUpOnStatesWithNanAndSaysHowMany() throws IOException {
        try (FakeRobot robot = new FakeRobot(() -> FakeRobot.state(Double.NaN))) {
            final Cli run = Cli.run(
                    "run",
                    "--no-view",
                    "--robot",
                    robot.uri(),
                    "--config",
                    Patience.file(folder).toString());
            final String line = run.refusedWith(ExitCode.REFUSED);
            assertTrue(line.matches(".*[ (][1-9][0-9]* with values that are not numbers.*"), line);
            assertTrue(!run.out().contains("STAND_UP"), run.out());
        }
    }
}
