package gaitd.robot.fleet;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.TextFile;
import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops all robots of a group. */
@Command(
        name = "stop",
        description = {
            "Asks all robots of a group to stop: they are damped at once. For robots whose commands are signed with one secret.",
            "Needs the network and the broker: it is no emergency stop."
        },
        footer = {"", "Example: gaitd fleet stop --to yard --secret command-key --mqtt fleet.toml"})
final class FleetStop implements Callable<Integer> {
    private static final double WITHIN_S = 10;
    private static final double SETTLE_NS = 2e9;

    @Mixin
    HelpOption help;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private GroupOption group;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            required = true,
            description = "what the robots have as commands.key_file")
    private Path secret;

    @Override
    public Integer call() {
        final byte[] key =
                TextFile.secret(secret).lines().findFirst().orElse("").strip().getBytes(StandardCharsets.UTF_8);
        final GroupStop stop = new GroupStop(group.name(), key, "stop-" + UUID.randomUUID());
        final PrintWriter out = spec.commandLine().getOut();
        final long beganNs = System.nanoTime();
        broker.work(stop, () -> stop.isAnswered() && System.nanoTime() - beganNs > SETTLE_NS, WITHIN_S, line -> {
            if (!stop.isConnected()) {
                out.println(line);
            }
        });
        if (!stop.isConnected()) {
            throw new Refusal("no connection to the broker: NOTHING was stopped");
        }
        final Map<String, String> answers = stop.answers();
        answers.forEach((serial, answer) -> out.println(serial + ": " + (answer.isEmpty() ? "NO ANSWER" : answer)));
        if (answers.isEmpty()) {
            throw new Refusal("the broker knows no robot of group " + group.name() + ": NOTHING was stopped");
        }
        return answers.values().stream().allMatch("done"::equals) ? ExitCode.OK : ExitCode.FAILED;
    }
}
