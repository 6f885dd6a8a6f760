package gaitd.robot.fleet;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the robots that a broker knows. */
@Command(
        name = "list",
        description =
                "Shows the robots that the broker knows: group, connection, version, policy, and what they make of publications.",
        footer = {"", "Example: gaitd fleet list --mqtt fleet.toml"})
final class FleetList implements Callable<Integer> {
    private static final double SETTLE_S = 1.5;

    @Mixin
    HelpOption help;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(names = "--group", paramLabel = "GROUP", description = "robots of this group only")
    private String group;

    @Override
    public Integer call() {
        json.check();
        final FleetBook book = broker.read(SETTLE_S);
        FleetTable.lines(book, group).forEach(spec.commandLine().getOut()::println);
        json.write(FleetTable.report(book, group));
        return ExitCode.OK;
    }
}
