package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.Cli;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests of this module run where only the robot's part is installed. */
class NotInstalledTest {
    @Test
    void aCommandThatIsNotInstalledSaysWhichPackageHasIt() {
        for (final Map.Entry<String, List<String>> group : Extensions.LAB.entrySet()) {
            for (final String name : group.getValue()) {
                final String[] words = (group.getKey() + " " + name + " --json x --help")
                        .strip()
                        .split(" ");
                final String line = Cli.run(words).refusedWith(3);
                assertTrue(line.contains("'gaitd " + (group.getKey() + " " + name).strip() + "'"), line);
                assertTrue(line.contains("gaitd-lab"), line);
            }
        }
    }

    @Test
    void helpNamesOnlyWhatIsInstalled() {
        final Cli help = Cli.run("--help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("control"), help.out());
        assertFalse(help.out().contains("train "), help.out());
    }

    @Test
    void plotsOfLatencyAreRefusedBeforeAnythingIsMeasured() {
        final String line = Cli.run("bench", "latency", "--plot", "target/none").refusedWith(3);
        assertTrue(line.contains("gaitd-lab"), line);
    }
}
