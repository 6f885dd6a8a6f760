package gaitd.robot;

import gaitd.robot.adapt.AdaptCommand;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.Program;
import gaitd.robot.companion.CompanionCommand;
import gaitd.robot.control.ControlCommand;
import gaitd.robot.doctor.DoctorCommand;
import gaitd.robot.firsthour.FirstHourCommand;
import gaitd.robot.fleet.FleetCommand;
import gaitd.robot.guards.GuardsCommand;
import gaitd.robot.log.LogCommand;
import gaitd.robot.motors.MotorsCommand;
import gaitd.robot.operate.OperateCommand;
import gaitd.robot.process.CommandCommand;
import gaitd.robot.process.LearnerCommand;
import gaitd.robot.remote.RemoteCommand;
import gaitd.robot.replay.ReplayCommand;
import gaitd.robot.run.RunCommand;
import gaitd.robot.world.SimCommand;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's root command, with the commands of a robot's computer; others come from {@link Extensions}. */
@Command(
        name = "gaitd",
        description = "Walks a Unitree A1, real or simulated.",
        subcommands = {
            RunCommand.class,
            ControlCommand.class,
            CompanionCommand.class,
            LearnerCommand.class,
            CommandCommand.class,
            OperateCommand.class,
            RemoteCommand.class,
            FirstHourCommand.class,
            SimCommand.class,
            PolicyCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            MotorsCommand.class,
            AdaptCommand.class,
            FleetCommand.class,
            GuardsCommand.class,
            LogCommand.class,
            ReplayCommand.class,
            ConfigCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Example: gaitd run --seconds 20 --vx 0.4",
            "Stop a robot at once: gaitd stop",
            "All tests: gaitd test"
        })
public final class Gaitd implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "no command: use " + Extensions.names(spec) + ", stop or test");
    }

    /**
     * Parses and runs.
     *
     * @param args the arguments
     * @param out for results
     * @param err for messages of refusals
     * @param interrupts ends the command when the process is told to end
     * @return the exit code, see {@link gaitd.robot.cli.ExitCode}
     */
    public static int execute(
            final String[] args, final PrintWriter out, final PrintWriter err, final Interrupts interrupts) {
        return Program.execute(Gaitd.class, Extensions::add, args, out, err, interrupts);
    }
}
