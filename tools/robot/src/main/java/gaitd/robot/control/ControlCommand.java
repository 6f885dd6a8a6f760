package gaitd.robot.control;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.HungOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.LocalPortOption;
import gaitd.robot.host.ProcessAge;
import gaitd.robot.host.RobotAddress;
import gaitd.robot.host.RobotLink;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.record.AboutFiles;
import gaitd.robot.record.LogFacts;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.Report;
import gaitd.robot.trial.TrialGate;
import gaitd.robot.warmup.WarmUp;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.rt.Outcome;
import gaitd.runtime.shared.SharedFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the control process of a robot. */
@Command(
        name = "control",
        description = "Runs the control process of a robot: passive until 'gaitd command' or 'gaitd operate' moves it.",
        footer = {
            "",
            "--json has the costs of the process since the robot first walked, at the end.",
            "Example: gaitd control --robot udp://192.168.123.10:8007"
        })
public final class ControlCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HungOption hung;

    @Mixin
    private LocalPortOption localPort;

    @Mixin
    private TrialGate trials;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--robot",
            required = true,
            paramLabel = RobotAddress.SHAPE,
            description = "a robot in low-level mode, or the file of a robot on its motors' RS-485 buses, or gaitd sim")
    private String robot;

    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description = "a policy on the gait or in its place; given again, operators change between them and none")
    private List<Path> policies = List.of();

    @Option(names = "--require-key", paramLabel = "FILE.pub", description = "accept only policies signed by this key")
    private Path requiredKey;

    @Option(names = "--strict-rt", description = "end before the first tick if the system refuses a setting rt.*")
    private boolean strict;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public ControlCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        final RobotAddress address = RobotAddress.parse(robot);
        final int from = localPort.value();
        final PolicyFiles.Walk walk = PolicyFiles.walk(
                policies, requiredKey, hung.apply(Inputs.config(config.file)).conclude());
        trials.check(address, policies, walk, line -> out().println(line));
        final Config settings = walk.config();
        final List<PolicyFit> fits = walk.policies();
        final Double preparedS = ProcessAge.seconds();
        // Before the warm-up, so that a recorder that waits has found the new files when the first tick comes.
        try (SharedFolder owned = SharedFolder.create(shared.folder)) {
            final long warmUpTicks = WarmUp.run(settings, fits);
            return control(walk, address, from, owned, preparedS, warmUpTicks);
        }
    }

    private int control(
            final PolicyFiles.Walk walk,
            final RobotAddress address,
            final int from,
            final SharedFolder owned,
            final Double preparedS,
            final long warmUpTicks) {
        final Config settings = walk.config();
        final List<PolicyFit> fits = walk.policies();
        final Double warmS = ProcessAge.seconds();
        try (RobotLink link = RobotLink.to(address, from, settings, this::note)) {
            leaveFacts(LogFacts.of(link.name(), address.isSimulated(), settings, policies, fits));
            final ControlProcess process =
                    new ControlProcess(settings, fits, link.port(), owned, strict, frame -> tell(settings, frame));
            interrupts.onInterrupt(process::stop);
            interrupts.onStop(process::stopAtOnce);
            out().printf(
                            "controls %s from %s at %s Hz, process %d; silent until an operator connects, passive until commanded%n",
                            link.name(),
                            shared.folder,
                            Config.plain(1e9 / settings.periodNs()),
                            ProcessHandle.current().pid());
            out().flush();
            final boolean lies = process.run();
            for (final Outcome outcome : process.measures()) {
                if (outcome.refused()) {
                    out().println("real time: " + outcome.line());
                }
            }
            if (json.given()) {
                final Report report =
                        new Report().put("version", Version.TEXT).put("rate_hz", settings.get(Setting.RATE_HZ));
                process.report(report);
                report.put("start_to_prepared_s", preparedS)
                        .put("start_to_warm_s", warmS)
                        .put("warm_up_ticks", warmUpTicks);
                json.write(report.put("succeeded", lies));
            }
            return lies ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** For a recorder in another process; without it the robot walks all the same. */
    private void leaveFacts(final LogFacts facts) {
        try {
            AboutFiles.write(shared.folder, facts);
        } catch (final IOException e) {
            note("recordings cannot be replayed: the settings could not be left in " + shared.folder + " (" + e + ")");
        }
    }

    private void tell(final Config settings, final TickFrame frame) {
        out().printf(
                        "%9.2f s  %s%s%n",
                        frame.get(TickField.TICK) * settings.periodNs() * 1e-9,
                        Mode.values()[(int) frame.get(TickField.MODE)],
                        frame.get(TickField.FAULT) == 0 ? "" : ", " + FaultText.headline(frame));
        out().flush();
    }

    private void note(final String line) {
        out().println(line);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
