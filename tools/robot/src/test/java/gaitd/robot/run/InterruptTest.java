package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Launched;
import gaitd.robot.testing.ProcessSignal;
import gaitd.robot.testing.WideLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptTest {
    @TempDir
    Path folder;

    /** INT is Ctrl-C, TERM a service manager's stop, HUP a terminal that was closed. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(
            value = ProcessSignal.class,
            names = {"INT", "TERM", "HUP"})
    void sitsTheRobotDownBeforeLeaving(final ProcessSignal signal) throws Exception {
        final Path report = folder.resolve("r.json");
        try (ChildJvm run = new ChildJvm(
                folder,
                "run",
                "--no-view",
                "--seconds",
                "600",
                "--config",
                WideLimits.file(folder).toString(),
                "--json",
                report.toString())) {
            run.await(" WALK ");
            run.signal(signal);
            assertEquals(ExitCode.OK, run.exitCode(), run::output);
            assertTrue(run.output().contains("SIT_DOWN"), run.output());
            assertTrue(run.output().contains("stopped, the robot lies"), run.output());
            assertTrue(Files.readString(report).contains("\"mode_final\" : \"PASSIVE\""));
        }
    }

    @Tag("slow")
    @Test
    void aSecondCtrlCDampsAtOnce() throws Exception {
        try (ChildJvm run = walking()) {
            run.signal(ProcessSignal.INT);
            run.await("SIT_DOWN");
            run.signal(ProcessSignal.INT);
            assertEquals(ExitCode.FAILED, run.exitCode(), run::output);
            assertTrue(run.output().contains("stopped at once by a person, the robot is damped"), run.output());
        }
    }

    @Tag("slow")
    @Test
    void theLaunchersStopDampsAtOnceAndDoesNotTouchOthers() throws Exception {
        try (ChildJvm run = walking()) {
            final Launched stop = Launched.of("stop", Long.toString(run.handle().pid()));
            assertEquals(ExitCode.OK, stop.code(), stop::output);
            assertTrue(
                    stop.output()
                            .startsWith("gaitd: stopped: run (process "
                                    + run.handle().pid() + ")"),
                    stop.output());
            assertEquals(1, stop.output().lines().count(), stop.output());
            assertEquals(ExitCode.FAILED, run.exitCode(), run::output);
            assertTrue(run.output().contains("stopped at once by a person, the robot is damped"), run.output());
        }
        final String here = Long.toString(ProcessHandle.current().pid());
        final Launched stranger = Launched.of("stop", here);
        assertEquals(ExitCode.FAILED, stranger.code());
        assertTrue(stranger.output().startsWith("gaitd: nobody to stop"), stranger.output());
    }

    private ChildJvm walking() throws Exception {
        final ChildJvm run = new ChildJvm(
                folder,
                "run",
                "--no-view",
                "--seconds",
                "600",
                "--config",
                WideLimits.file(folder).toString());
        run.await(" WALK ");
        return run;
    }

    @Test
    void endsASimulatorWithItsReport() throws Exception {
        final Path report = folder.resolve("s.json");
        try (ChildJvm sim = new ChildJvm(folder, "sim", "--listen", "127.0.0.1:0", "--json", report.toString())) {
            sim.await("listens on udp://127.0.0.1:");
            sim.signal(ProcessSignal.INT);
            assertEquals(ExitCode.OK, sim.exitCode(), sim::output);
            final String json = Files.readString(report);
            assertTrue(json.contains("\"wrong_size\" : 0"), json);
            assertTrue(json.contains("\"falls\" : 0") && json.contains("\"power_mean_w\" : null"), json);
        }
    }
}
