package gaitd.tools.cli;

import gaitd.runtime.telemetry.TickStatistics;
import gaitd.tools.process.OperatorSession;
import gaitd.tools.run.Refusal;
import gaitd.tools.terminal.OperatorSeat;
import gaitd.tools.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Commands a robot from another process, by keys. */
@Command(
        name = "operate",
        description = "Commands the robot of a control process by keys.",
        footer = {
            "",
            "Example: gaitd operate",
            "Keys: space stands up and walks, or sits; arrows steer, p changes the policy, c clears a fault,"
                    + " q sits down and quits."
        })
final class OperateCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @ParentCommand
    private Gaitd program;

    @Override
    public Integer call() {
        final TickStatistics ticks = new TickStatistics();
        final OperatorSession session = new OperatorSession(shared.folder, ticks::add);
        try (Screen screen = Screen.isThere() ? Screen.open() : null) {
            if (screen == null) {
                throw new Refusal("operate needs a terminal; in scripts use 'gaitd command'");
            }
            final OperatorSeat seat = new OperatorSeat(screen, session, ticks);
            program.interrupts().onInterrupt(seat::stop);
            return seat.run() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
