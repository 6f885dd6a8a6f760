package gaitd.robot.process;

import gaitd.policies.cpg.Gait;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.runtime.config.ConfigException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands a robot from another process, for scripts. */
@Command(
        name = "command",
        description = "Commands the robot of a control process, and waits until it is done.",
        footer = {
            "",
            "Example: gaitd command walk --vx 0.3 --seconds 5",
            "A walking robot stands when its operator is gone, so 'walk' stays for --seconds, or until Ctrl-C."
        })
public final class CommandCommand implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e6;
    private static final double VELOCITY_MAX = 3;

    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Parameters(
            paramLabel = "walk|stand|sit|stop|clear",
            description = "walk, stand, sit, stop (or passive: damped at once) or clear")
    private OperatorGoal goal;

    @Option(names = "--vx", paramLabel = "M/S", description = "forward velocity (default 0)")
    private Double vx;

    @Option(names = "--vy", paramLabel = "M/S", description = "velocity to the left (default 0)")
    private Double vy;

    @Option(names = "--wz", paramLabel = "RAD/S", description = "turning rate to the left (default 0)")
    private Double yawRate;

    @Option(names = "--gait", description = "trot, walk, pace or bound (default: unchanged)")
    private Gait gait;

    @Option(names = "--seconds", paramLabel = "S", description = "how long to walk; until Ctrl-C if not given")
    private Double seconds;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public CommandCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        if (goal != OperatorGoal.WALK && (vx != null || vy != null || yawRate != null || seconds != null)) {
            throw new ConfigException("--vx, --vy, --wz and --seconds are about walking: use them with 'command walk'");
        }
        final GoalRunner runner = new GoalRunner(
                new OperatorSession(shared.folder),
                gait,
                velocity("--vx", vx),
                velocity("--vy", vy),
                velocity("--wz", yawRate));
        final double walkSeconds =
                seconds == null ? Double.POSITIVE_INFINITY : Inputs.inRange("--seconds", seconds, 0, SECONDS_MAX, "s");
        interrupts.onInterrupt(runner::stop);
        interrupts.onStop(runner::stopAtOnce);
        final String problem = runner.run(goal, walkSeconds);
        if (problem != null) {
            spec.commandLine().getErr().println("gaitd: " + problem);
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }

    /** Any velocity; which is too much only the control process knows. */
    private static double velocity(final String flag, final Double value) {
        return value == null ? 0 : Inputs.inRange(flag, value, -VELOCITY_MAX, VELOCITY_MAX, "");
    }
}
