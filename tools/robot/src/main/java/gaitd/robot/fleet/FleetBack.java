package gaitd.robot.fleet;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes back what is published to a group. */
@Command(
        name = "back",
        description = "Takes back what is published to a group: all its robots go back to the policy before.",
        footer = {"", "Example: gaitd fleet back --to yard --key fleet.key --mqtt fleet.toml"})
public final class FleetBack implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private GroupOption group;

    @Mixin
    private FleetKey key;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public FleetBack(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        final PublishOrder order = PublishOrder.back(group.name());
        final Publisher publisher = new Publisher(
                order, key.keys(), spec.commandLine().getOut()::println, System::nanoTime, System::currentTimeMillis);
        final int code =
                new PublishRun(broker, interrupts, spec.commandLine().getOut(), json).run(publisher, order.group());
        return publisher.outcome() == Publisher.Outcome.BACK ? ExitCode.OK : code;
    }
}
