package gaitd.bench.adapt;

import gaitd.bench.cases.ThreadsOption;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.sim.env.Workers;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What candidates that mean harm can do. */
@Command(
        name = "unsafe",
        description =
                "Puts spoilt candidates on trial on a nominal robot and never withdraws them: for how long they drive, how far the"
                        + " robot leans, what takes them off.",
        footer = {"", "Example: gaitd bench unsafe --candidates 1000"})
public final class UnsafeBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many, of every kind in turn (default ${DEFAULT-VALUE})")
    private int candidates;

    @Mixin
    private LearningPolicy policy;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private ConfigOption configOption;

    @Mixin
    private JsonOption json;

    /** Made by the command line. */
    public UnsafeBench() {}

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--candidates", candidates, 1, 1_000_000, "candidates");
        policy.files();
        final PolicyFiles.Walk drives = PolicyFiles.walk(
                List.of(policy.path()),
                null,
                Inputs.config(configOption.file)
                        .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "bench unsafe")
                        .conclude());
        final UnsafeKind[] kinds = UnsafeKind.values();
        final UnsafeTrial.Outcome[] outcomes = new UnsafeTrial.Outcome[candidates];
        try (Workers workers = new Workers(threads.count())) {
            workers.run(candidates, i -> outcomes[i] = new UnsafeTrial(drives, kinds[i % kinds.length], 1 + i).run());
        }
        final double windowS = drives.config().get(Setting.ADAPT_WINDOW_S)
                + 2 * drives.config().get(Setting.POLICY_BLEND_S);
        final UnsafeTable table = new UnsafeTable(List.of(outcomes), windowS);
        final PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
        json.write(table.report().put("version", Version.TEXT));
        return table.longer() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
