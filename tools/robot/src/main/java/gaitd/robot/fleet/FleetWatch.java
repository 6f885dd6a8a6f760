package gaitd.robot.fleet;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the robots again whenever something changes. */
@Command(
        name = "watch",
        description = "Shows the robots again whenever something changes, until Ctrl-C.",
        footer = {"", "Example: gaitd fleet watch --mqtt fleet.toml"})
public final class FleetWatch implements Callable<Integer> {
    private static final long EVERY_NS = 1_000_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Option(names = "--group", paramLabel = "GROUP", description = "robots of this group only")
    private String group;

    private final Interrupts interrupts;
    private volatile boolean isOver;
    private long shownNs;
    private long shown = -1;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public FleetWatch(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        interrupts.onInterrupt(() -> isOver = true);
        final FleetWatcher watcher = new FleetWatcher();
        shownNs = System.nanoTime();
        broker.work(
                watcher,
                () -> {
                    show(watcher.book());
                    return isOver;
                },
                Double.POSITIVE_INFINITY,
                line -> spec.commandLine().getOut().println(line));
        return ExitCode.OK;
    }

    private void show(final FleetBook book) {
        final long nowNs = System.nanoTime();
        if (nowNs - shownNs < EVERY_NS || book.changes() == shown) {
            return;
        }
        shownNs = nowNs;
        shown = book.changes();
        final PrintWriter out = spec.commandLine().getOut();
        out.println();
        FleetTable.lines(book, group).forEach(out::println);
        out.flush();
    }
}
