package gaitd.robot.fleet;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import java.io.PrintWriter;

/** Runs a publisher to its end, and tells what came of it. */
final class PublishRun {
    private final BrokerOptions broker;
    private final Interrupts interrupts;
    private final PrintWriter out;
    private final JsonOption json;
    private volatile boolean isOver;

    /**
     * A run that has not begun.
     *
     * @param broker which
     * @param interrupts ends it
     * @param out takes lines
     * @param json takes the table
     */
    PublishRun(final BrokerOptions broker, final Interrupts interrupts, final PrintWriter out, final JsonOption json) {
        this.broker = broker;
        this.interrupts = interrupts;
        this.out = out;
        this.json = json;
    }

    /**
     * Runs.
     *
     * @param publisher that has not begun
     * @param group of robots
     * @return exit code: 0 when it ended as it should, 1 when it was halted or interrupted, 3 when it could not begin
     */
    int run(final Publisher publisher, final String group) {
        interrupts.onInterrupt(() -> isOver = true);
        broker.work(
                publisher,
                () -> {
                    out.flush();
                    return isOver || publisher.outcome() != Publisher.Outcome.GOES_ON;
                },
                Double.POSITIVE_INFINITY,
                out::println);
        FleetTable.lines(publisher.book(), group).forEach(out::println);
        json.write(FleetTable.report(publisher.book(), group).put("outcome", publisher.outcome()));
        out.println(
                switch (publisher.outcome()) {
                    case GOES_ON -> "interrupted; what is published stays so: the same command goes on";
                    case ACCEPTED -> "all robots of " + group + " that are there have accepted it";
                    case BACK -> "taken back: all robots of " + group + " that are there have the policy before";
                    case REFUSED -> "nothing was published";
                });
        return switch (publisher.outcome()) {
            case ACCEPTED -> ExitCode.OK;
            case GOES_ON, BACK -> ExitCode.FAILED;
            case REFUSED -> ExitCode.REFUSED;
        };
    }
}
