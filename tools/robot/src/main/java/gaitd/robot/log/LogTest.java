package gaitd.robot.log;

import gaitd.mcap.McapCut;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapQuery;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.replay.RecordedRun;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A recording of a fault becomes a test. */
@Command(
        name = "test",
        description =
                "Makes a test of a recording with a fault: the ticks from the begin to just after the fault, and what"
                        + " the loop was made of. 'gaitd replay --fault FILE' is the test.",
        footer = {
            "",
            "In gaitd's source tree, tools/robot/src/test/resources/faults is where the tests look.",
            "Example: gaitd log test gaitd-20261130T160512Z-0001.mcap --out tests"
        })
public final class LogTest implements Callable<Integer> {
    private static final Fault[] FAULTS = Fault.values();
    private static final long AFTER_NS = 300_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = "the first file of a recording; the fault is in it")
    private Path log;

    @Override
    public Integer call() {
        Outputs.checkFolder(out.path, OutOption.NAME);
        final String fault;
        final double seconds;
        try (RecordedRun run = new RecordedRun(log)) {
            TickFrame frame = run.next();
            final long startNs = frame.get(TickField.SCHEDULED_NS);
            if (frame.get(TickField.TICK) != 0) {
                throw new ConfigException(log + ": begins at tick " + frame.get(TickField.TICK)
                        + ", and cannot be replayed; name the first file of a recording from the loop's begin");
            }
            while (frame != null && frame.get(TickField.FAULT) == 0) {
                frame = run.next();
            }
            if (frame == null) {
                throw new ConfigException(log + ": no fault trips in it, there is nothing to test");
            }
            fault = FAULTS[Math.clamp(frame.get(TickField.FAULT), 0, FAULTS.length - 1)].name();
            seconds = (frame.get(TickField.SCHEDULED_NS) - startNs) * 1e-9;
        }
        final Path test = out.path.resolve(fault.toLowerCase(Locale.ROOT) + "-" + log.getFileName());
        final long messages = LogFiles.with(log, source -> {
            final long startNs = LogContents.of(source).startNs();
            final McapQuery query =
                    new McapQuery(startNs, startNs + (long) (seconds * 1e9) + AFTER_NS, Set.of("/tick", "/weights"));
            return LogFiles.make(test, made -> McapCut.cut(source, made, query, McapOptions.USUAL, LogFiles.LIMITS));
        });
        try (RecordedRun made = new RecordedRun(test)) {
            TickFrame frame = made.next();
            while (frame != null && frame.get(TickField.FAULT) == 0) {
                frame = made.next();
            }
            if (frame == null) {
                throw new ConfigException(
                        log + ": the fault is in a later file of the recording, and a test is made of one file;"
                                + " record with a larger --record-minutes");
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s after %.2f s, %d messages; gaitd replay --fault %s%n",
                        test, fault, seconds, messages, test);
        return ExitCode.OK;
    }
}
