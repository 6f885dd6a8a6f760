package gaitd.robot.process;

import gaitd.policies.cpg.Gait;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.cli.options.VelocityOptions;
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
            "A walking robot stands when its operator is gone, so 'walk' stays for --seconds, or until Ctrl-C; beyond operator.person_gone_s (10 s) it has to be held: --hold."
        })
public final class CommandCommand implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e6;
    /** Beyond any robot's; what is too much for this one only its control process knows. */
    private static final double VELOCITY_MAX = 3;

    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Mixin
    private final VelocityOptions velocities = new VelocityOptions("0");

    @Mixin
    private final SecondsOption seconds = new SecondsOption("until Ctrl-C");

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Parameters(
            paramLabel = "walk|stand|sit|stop|clear",
            description = "walk, stand, sit, stop (or passive: damped at once) or clear")
    private OperatorGoal goal;

    @Option(names = "--gait", description = "trot, walk, pace or bound (default: unchanged)")
    private Gait gait;

    @Option(
            names = "--hold",
            description =
                    "walk on for as long as was said, though no person acts; without it the robot slows down and stands after"
                            + " operator.person_gone_s without a new command")
    private boolean hold;

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
        if (goal != OperatorGoal.WALK && (velocities.given() || seconds.given() || hold)) {
            throw new ConfigException(
                    "--vx, --vy, --yaw, --seconds and --hold are about walking: use them with 'command walk'");
        }
        final OperatorSession session = new OperatorSession(shared.folder);
        if (hold) {
            session.hold();
        }
        final GoalRunner runner = new GoalRunner(
                session, gait, velocities.vx(VELOCITY_MAX), velocities.vy(VELOCITY_MAX), velocities.yaw(VELOCITY_MAX));
        final double walkSeconds = seconds.value(0, SECONDS_MAX);
        interrupts.onInterrupt(runner::stop);
        interrupts.onStop(runner::stopAtOnce);
        final String problem = runner.run(goal, walkSeconds);
        if (problem != null) {
            spec.commandLine().getErr().println("gaitd: " + problem);
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }
}
