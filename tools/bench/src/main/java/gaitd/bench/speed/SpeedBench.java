package gaitd.bench.speed;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the speed of the network cells with C. */
@Command(
        name = "speed",
        description = "Times the network cells against the same arithmetic in C, in turn in one run.",
        footer = {
            "",
            "C is compiled here, when there is a gcc; both must give the same numbers first.",
            "",
            "Example: gaitd bench speed --json speed.json"
        })
public final class SpeedBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SeedOption seed;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "21",
            description = "blocks of each side (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--block",
            paramLabel = "S",
            defaultValue = "0.05",
            description = "length of a block (default ${DEFAULT-VALUE})")
    private double blockS;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "2",
            description = "least warm-up of each side (default ${DEFAULT-VALUE})")
    private double warmUpS;

    @Override
    public Integer call() {
        json.check();
        if (rounds < 1) {
            throw new ConfigException("--rounds " + rounds + " must be 1 or more");
        }
        Inputs.inRange("--block", blockS, 0.001, 60, "s");
        Inputs.inRange("--warm-up", warmUpS, 0, 60, "s");
        final CellSpeed speed =
                new CellSpeed(blockS, rounds, warmUpS, spec.commandLine().getOut());
        final boolean agrees;
        try {
            agrees = speed.run(seed.value());
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
        json.write(speed.report());
        return agrees ? ExitCode.OK : ExitCode.FAILED;
    }
}
