package gaitd.robot.operate;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.process.OperatorSession;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.telemetry.TickStatistics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands a robot from another process, by keys. */
@Command(
        name = "operate",
        description = "Commands the robot of a control process by keys.",
        footer = {
            "",
            "Example: gaitd operate",
            "Keys: x stops at once; space stands up and walks, or sits; arrows steer, p changes the policy, c clears a fault,"
                    + " q sits down and quits. Ctrl-C sits down, Ctrl-C again stops at once."
        })
public final class OperateCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Option(
            names = "--hold",
            description = "walk on while no key is pressed; without it the robot slows down and stands after"
                    + " operator.person_gone_s without one")
    private boolean hold;

    private final Interrupts interrupts;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public OperateCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        final TickStatistics ticks = new TickStatistics();
        final OperatorSession session = new OperatorSession(shared.folder, ticks::add);
        if (hold) {
            session.hold();
        }
        try (Screen screen = Screen.isThere() ? Screen.open() : null) {
            if (screen == null) {
                throw new Refusal(
                        "operate needs a terminal that can write a line anew (not TERM=dumb); in scripts use 'gaitd command'");
            }
            final KeyboardOperator operator = new KeyboardOperator(screen, session, ticks);
            interrupts.onInterrupt(operator::stop);
            interrupts.onStop(operator::stopAtOnce);
            return operator.run() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
