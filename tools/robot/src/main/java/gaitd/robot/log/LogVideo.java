package gaitd.robot.log;

import gaitd.hal.A1;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.film.FilmPose;
import gaitd.robot.film.FilmStudio;
import gaitd.robot.replay.RecordedRun;
import gaitd.robot.replay.SpanOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.sim.terrain.Terrain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A recording as a film. */
@Command(
        name = "video",
        description = "Films what the robot of a recording did: an animated PNG, or an MP4 by ffmpeg.",
        footer = {
            "",
            "The robot is drawn where its estimate says, on flat ground: a recording knows no other. At most a minute.",
            "Example: gaitd log video gaitd-20261130T160512Z-0001.mcap --from 12 --to 15.5 --out fall.png"
        })
public final class LogVideo implements Callable<Integer> {
    private static final int RATE_HZ = 12;
    private static final int LONGEST_S = 60;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private SpanOption span;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = "the first file of a recording; those that follow it are found")
    private Path log;

    @Override
    public Integer call() {
        span.check();
        Outputs.check(out.path, OutOption.NAME);
        final FilmStudio studio = FilmStudio.installed("log video");
        studio.check(out.path);
        try (RecordedRun run = new RecordedRun(log)) {
            final List<FilmPose> poses = poses(run);
            if (poses.isEmpty()) {
                throw new ConfigException(log + ": there are no ticks " + span.text());
            }
            studio.make(out.path, Terrain.FLAT, poses, RATE_HZ);
            final PrintWriter said = spec.commandLine().getOut();
            said.printf("%s: %d pictures, %d a second%n", out.path, poses.size(), RATE_HZ);
            if (run.broken() != null) {
                said.println("the recording ends early: " + run.broken());
                return ExitCode.FAILED;
            }
            return ExitCode.OK;
        }
    }

    private List<FilmPose> poses(final RecordedRun run) {
        final List<FilmPose> poses = new ArrayList<>();
        long startNs = -1;
        double due = -1;
        for (TickFrame frame = run.next(); frame != null && poses.size() < RATE_HZ * LONGEST_S; frame = run.next()) {
            startNs = startNs < 0 ? frame.get(TickField.SCHEDULED_NS) : startNs;
            final double seconds = (frame.get(TickField.SCHEDULED_NS) - startNs) * 1e-9;
            if (span.holds(seconds) && seconds >= due) {
                poses.add(pose(frame));
                due = (due < 0 ? seconds : due) + 1.0 / RATE_HZ;
            }
        }
        return poses;
    }

    private static FilmPose pose(final TickFrame frame) {
        final double[] q = new double[A1.JOINTS];
        for (int joint = 0; joint < q.length; joint++) {
            q[joint] = frame.real(TickField.Q, joint);
        }
        return new FilmPose(three(frame, TickField.POSITION), three(frame, TickField.RPY), q);
    }

    private static double[] three(final TickFrame frame, final TickField field) {
        return new double[] {frame.real(field, 0), frame.real(field, 1), frame.real(field, 2)};
    }
}
