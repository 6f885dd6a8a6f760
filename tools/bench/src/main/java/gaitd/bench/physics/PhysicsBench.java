package gaitd.bench.physics;

import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.sim.Engine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the physics engines. */
@Command(
        name = "physics",
        description = "Runs both physics engines side by side: speed, agreement, and the baseline gait in each.",
        footer = {"", "Example: gaitd bench physics --json physics.json --plot plots"})
public final class PhysicsBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(20);

    @Mixin
    private JsonOption json;

    @Mixin
    private PlotOption plot;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "blocks of each side (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "50",
            description = "walks of each engine on each ground (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--block",
            paramLabel = "S",
            defaultValue = "0.3",
            description = "length of a block (default ${DEFAULT-VALUE})")
    private double blockS;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "4",
            description = "least warm-up of each side (default ${DEFAULT-VALUE})")
    private double warmUpS;

    @Override
    public Integer call() {
        json.check();
        plot.checkFolder();
        if (rounds < 1 || seeds < 1) {
            throw new ConfigException("--rounds " + rounds + " and --seeds " + seeds + " must be 1 or more");
        }
        final double walkS = seconds.value(1, 3600);
        Inputs.inRange("--block", blockS, 0.001, 60, "s");
        Inputs.inRange("--warm-up", warmUpS, 0, 60, "s");
        final PhysicsReport report = new PhysicsReport(spec.commandLine().getOut());
        try {
            final String version = Engine.library().version();
            report.line("embedded engine against MuJoCo %s (%s)"
                    .formatted(version, Engine.library().path()));
            report.put("mujoco_version", version);
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
        final PhysicsSpeed speed = new PhysicsSpeed(blockS, rounds, warmUpS, report);
        speed.run();
        final Agreement agreement = new Agreement();
        AccelerationBench.run(report, agreement);
        PoseBench.run(report, agreement);
        final WalkBench walks = new WalkBench(seeds, walkS, report, agreement);
        walks.run();
        agreement.broken().forEach(report::line);
        report.put("engines_agree", agreement.broken().isEmpty());
        json.write(report.report());
        if (Pictures.wanted(plot.path(), spec.commandLine().getErr())) {
            final PhysicsPlots draw = new PhysicsPlots(plot.path());
            draw.speed(speed);
            draw.gait(walks);
        }
        return agreement.broken().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
