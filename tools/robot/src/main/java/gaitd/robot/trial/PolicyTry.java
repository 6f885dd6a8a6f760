package gaitd.robot.trial;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.Report;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.robot.world.WorldInputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.VaryPreset;
import gaitd.sim.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a policy before it drives a robot. */
@Command(
        name = "try",
        description =
                "Tries a policy on simulated robots before it drives a real one: stands, walks, turns, is pushed, switched and"
                        + " sat down, in both engines; tells what would trip, and whether it passed. A pass is remembered.",
        footer = {"", "Example: gaitd policy try go2.zip --config robot.toml --out trial"})
public final class PolicyTry implements Callable<Integer> {
    private static final int SEEDS_MAX = 1000;
    private static final String BOTH = "both";
    private static final String PAGE = "trial.html";

    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Mixin
    private OutOption out;

    @Mixin
    private JsonOption json;

    @Mixin
    private TrialStore store;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder, a zip or the name of a trained one")
    private Path bundle;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = BOTH,
            description = "physics: embedded, mujoco or both; both leaves MuJoCo out where it is not installed (default"
                    + " ${DEFAULT-VALUE})")
    private String engine;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "walks of each row, each with a robot of its own (default ${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--vary",
            paramLabel = "PRESET",
            defaultValue = "mild",
            description =
                    "draw mass, load, friction, wear, latency and pushes from the seed: none, sensors, mild or wide (default"
                            + " ${DEFAULT-VALUE})")
    private String vary;

    /** Made by the command line. */
    public PolicyTry() {}

    @Override
    public Integer call() {
        json.check();
        Outputs.checkFolder(out.path, OutOption.NAME);
        Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "walks");
        final Config.Builder settings = new Config.Builder().vary(VaryPreset.parse(vary), "--vary " + vary);
        final PolicyFiles.Walk walk = PolicyFiles.walk(
                List.of(bundle), null, Inputs.config(settings, config.file).conclude());
        final List<Engine> engines = new ArrayList<>();
        final String missing = engines(engines);
        final ProgressLine line = Screen.isThere()
                ? new ProgressLine(
                        spec.commandLine().getErr(),
                        "walks",
                        Trial.walks(walk, engines.size(), seeds),
                        0,
                        System::nanoTime)
                : null;
        final Trial trial = Trial.run(walk, engines, vary, seeds, missing, line == null ? ended -> {} : line);
        if (line != null) {
            line.clear();
        }
        final PrintWriter writer = spec.commandLine().getOut();
        writer.print(TrialText.of(trial));
        final Report report = TrialReport.of(trial);
        json.write(report);
        if (out.path != null) {
            final Path page = out.path.resolve(PAGE);
            PolicyFiles.attempt(page, () -> Files.writeString(page, TrialPage.of(trial)));
            writer.println("page: " + page);
        }
        writer.println("remembered in " + store.keep(trial.bundle().sha256(), report));
        return trial.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Adds the engines; returns why one was left out, or nothing. */
    private String engines(final List<Engine> into) {
        if (!engine.equals(BOTH)
                && Arrays.stream(Engine.values()).noneMatch(each -> each.key().equals(engine))) {
            throw new ConfigException(
                    "--engine " + engine + " is not a physics engine: expected embedded, mujoco or " + BOTH);
        }
        if (!engine.equals(BOTH)) {
            into.add(WorldInputs.engine(engine));
        } else {
            into.add(Engine.EMBEDDED);
        }
        if (engine.equals(Engine.EMBEDDED.key())) {
            return "";
        }
        try {
            Engine.library();
        } catch (final IOException e) {
            if (engine.equals(BOTH)) {
                return e.getMessage();
            }
            throw new Refusal("--engine mujoco: " + e.getMessage(), e);
        }
        if (engine.equals(BOTH)) {
            into.add(Engine.MUJOCO);
        }
        return "";
    }
}
