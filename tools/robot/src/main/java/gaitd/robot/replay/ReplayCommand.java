package gaitd.robot.replay;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.record.WeightsRecord;
import gaitd.robot.report.Report;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a recording again. */
@Command(
        name = "replay",
        description =
                "Runs the controller of a recording again on the recorded inputs and compares every field of every tick,"
                        + " to the last bit.",
        footer = {
            "",
            "With --with or --policy it shows what would have been commanded, open loop: the robot answers as it did.",
            "With --page it runs nothing again, but shows the recording as the live page shows a robot.",
            "Example: gaitd replay gaitd-20261130T160512Z-0001.mcap --from 10 --to 12"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final double NS_PER_S = 1e9;

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Mixin
    private final ReplayPage page = new ReplayPage();

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Parameters(paramLabel = "LOG", description = "the first file of a recording; those that follow it are found")
    private Path log;

    @Mixin
    private SpanOption span;

    @Option(names = "--with", paramLabel = "KEY=VALUE", description = "with another setting; may be given again")
    private List<String> with = List.of();

    @Option(names = "--policy", paramLabel = "BUNDLE", description = "with another policy; 'none' for the bare gait")
    private Path policy;

    @Option(
            names = "--fault",
            description = "judge by the fault alone: the same first fault, at most 50 ms apart, or none in both")
    private boolean faultAlone;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the page when the process is told to end
     */
    public ReplayCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        span.check();
        if (page.asked()) {
            if (changed() || faultAlone || span.given() || json.given()) {
                throw new ConfigException(
                        "--page shows what was recorded: --from, --to, --with, --policy, --fault and --json are about running it again");
            }
            page.serve(log, spec.commandLine().getOut(), interrupts);
            return ExitCode.OK;
        }
        try (RecordedRun recorded = new RecordedRun(log)) {
            final PolicyFiles.Walk walk = walk(recorded);
            return run(recorded, new ReplayLoop(walk.config(), walk.policies()));
        }
    }

    private boolean changed() {
        return policy != null || !with.isEmpty();
    }

    private PolicyFiles.Walk walk(final RecordedRun recorded) {
        final Config.Builder builder = new Config.Builder().toml(recorded.settings(), log + ": config.toml");
        for (final String line : with) {
            builder.toml(line, "--with " + line);
        }
        if (policy != null) {
            builder.set(ChoiceSetting.ADAPT_USE, AdaptUse.OFF, "--policy");
        }
        final Config config = builder.conclude();
        if (policy != null) {
            return PolicyFiles.walk(policy.equals(Path.of("none")) ? List.of() : List.of(policy), null, config);
        }
        return new PolicyFiles.Walk(config, RecordedPolicy.policies(recorded, config, log), List.of());
    }

    private int run(final RecordedRun recorded, final ReplayLoop loop) {
        final PrintWriter out = spec.commandLine().getOut();
        final FrameDifferences differences = new FrameDifferences(recorded.missing());
        final FirstFault fault = new FirstFault();
        String fed = null;
        String gap = null;
        long ticks = 0;
        long same = 0;
        long expected = 0;
        long startNs = 0;
        for (TickFrame frame = recorded.next(); frame != null; frame = recorded.next()) {
            final long tick = frame.get(TickField.TICK);
            if (tick != expected) {
                gap = gap(expected, tick);
                break;
            }
            final long weights = loop.weightsTaken(frame);
            if (weights != 0) {
                final WeightsRecord published = recorded.weights(weights);
                if (published == null) {
                    gap = "the learner's weights that tick " + tick
                            + " took are not in the recording: it cannot be replayed beyond";
                    break;
                }
                loop.publish(published);
            }
            startNs = expected == 0 ? frame.get(TickField.SCHEDULED_NS) : startNs;
            expected++;
            final TickFrame replayed = loop.tick(frame);
            fault.look(frame, replayed);
            final double seconds = (frame.get(TickField.SCHEDULED_NS) - startNs) / NS_PER_S;
            if (span.holds(seconds)) {
                ticks++;
                if (differences.compare(frame, replayed)) {
                    same++;
                } else if (fed == null) {
                    fed = TickText.inputs(frame);
                }
            }
        }
        print(out, differences.found(), fed, ticks, same);
        if (!recorded.missing().isEmpty()) {
            out.println(
                    "recorded by another version, without these fields, which are not compared: " + recorded.missing());
        }
        if (!fault.text().isEmpty()) {
            out.println(fault.text());
        }
        final boolean whole = gap == null && recorded.broken() == null && ticks > 0;
        if (gap != null) {
            out.println(gap);
        }
        if (recorded.broken() != null) {
            out.println("the recording ends early: " + recorded.broken());
        }
        json.write(report(differences.found(), ticks, same, gap == null ? recorded.broken() : gap));
        final boolean passed = faultAlone ? fault.same() : changed() || same == ticks;
        return passed && whole ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String gap(final long expected, final long tick) {
        return expected == 0
                ? "the recording begins at tick " + tick
                        + ", and what the loop remembered then is not in it: it cannot be replayed;"
                        + " begin with its first file, or record from the loop's begin"
                : "ticks " + expected + " to " + (tick - 1) + " are not in the recording: it cannot be replayed beyond";
    }

    private void print(
            final PrintWriter out,
            final Map<TickField, FrameDifferences.Found> found,
            final String fed,
            final long ticks,
            final long same) {
        if (changed()) {
            out.println("open loop: the robot answers as it did, not as it would have");
        }
        out.printf("%d ticks, %d the same to the last bit%n", ticks, same);
        if (found.isEmpty()) {
            return;
        }
        final long first = found.values().stream()
                .mapToLong(FrameDifferences.Found::firstTick)
                .min()
                .orElseThrow();
        out.println("first difference in tick " + first + ", fed by " + fed);
        found.forEach((field, it) -> out.printf(
                "  %-22s from tick %d, %s[%d] was %s, is %s; %d ticks, at most %s %s%n",
                field,
                it.firstTick(),
                field,
                it.index(),
                it.recorded(),
                it.replayed(),
                it.ticks(),
                (float) it.largest(),
                field.unit));
    }

    private static Report report(
            final Map<TickField, FrameDifferences.Found> found, final long ticks, final long same, final String ended) {
        return new Report()
                .put("ticks", ticks)
                .put("ticks_same", same)
                .put("fields", found.keySet().stream().map(TickField::name).toList())
                .put(
                        "first_ticks",
                        found.values().stream()
                                .map(FrameDifferences.Found::firstTick)
                                .toList())
                .put("ended_early", ended);
    }
}
