package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Velocities of a run where none, or only some, are given. */
class UnsaidVelocityTest {
    @TempDir
    Path folder;

    private JsonDocument run(final String... more) throws Exception {
        final Path report = folder.resolve("report.json");
        final List<String> args = new ArrayList<>(List.of("run", "--lockstep", "--seconds", "3", "--json=" + report));
        args.addAll(List.of(more));
        final Cli run = Cli.run(args.toArray(String[]::new));
        assertEquals(ExitCode.OK, run.code(), run.err());
        return JsonDocument.of(report);
    }

    private static void commanded(final JsonDocument report, final double vx, final double vy, final double yaw) {
        final JsonDocument command = report.at("command");
        assertArrayEquals(
                new double[] {vx, vy, yaw}, new double[] {command.number(0), command.number(1), command.number(2)});
    }

    @Test
    void aSimulatedRobotWalksForward() throws Exception {
        final JsonDocument report = run();
        commanded(report, 0.3, 0, 0);
        assertTrue(report.number("distance_m") > 0.5, report.toString());
    }

    @Test
    void whatIsGivenIsAllThatIsDone() throws Exception {
        commanded(run("--vx", "0"), 0, 0, 0);
        commanded(run("--vy", "0.1"), 0, 0.1, 0);
        commanded(run("--yaw", "0.3"), 0, 0, 0.3);
    }

    @Test
    void aRealRobotIsGivenNoVelocityThatNobodyAskedFor() {
        final RunPlan plan =
                CommandLine.populateCommand(new WalkOptions()).plan(Config.defaults(), 1, false, List.of(), 0, false);
        assertEquals(0, plan.vx());
    }
}
