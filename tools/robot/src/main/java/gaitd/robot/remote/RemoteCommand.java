package gaitd.robot.remote;

import gaitd.hal.Remote;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the robot's remote live. */
@Command(
        name = "remote",
        description =
                "Shows sticks and buttons of the robot's wireless remote live, as the control process receives them.",
        footer = {
            "",
            "What each button does: docs/safety.md, 'The remote'.",
            "Example: gaitd remote",
            "Example: gaitd remote --robot udp://192.168.123.10:8007 --seconds 30"
        })
public final class RemoteCommand implements Callable<Integer> {
    private static final double SECONDS_MAX = 86_400;
    private static final double SILENCE_S = 2;

    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Mixin
    private ConfigOption config;

    @Mixin
    private final SecondsOption seconds = new SecondsOption("until Ctrl-C");

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;
    private volatile boolean stopped;

    @Option(
            names = "--robot",
            paramLabel = "udp://HOST:PORT",
            description =
                    "ask the robot itself; it is sent damping meanwhile, so it has to lie or hang, in low-level mode")
    private String robot;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public RemoteCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        final double duration = seconds.value(0, SECONDS_MAX);
        interrupts.onInterrupt(() -> stopped = true);
        try (RemoteSight sight = robot == null
                        ? new RemoteOfControl(shared.folder)
                        : new RemoteOfRobot(
                                Inputs.robot(robot), Inputs.config(config.file).conclude());
                Screen screen = Screen.isThere() ? Screen.open() : null) {
            final PrintWriter out = screen == null ? spec.commandLine().getOut() : screen.writer();
            watch(sight, screen == null ? new RemoteLog(out) : new RemoteLine(screen, out), duration);
        }
        return ExitCode.OK;
    }

    private void watch(final RemoteSight sight, final RemoteView view, final double duration) {
        final byte[] wire = new byte[Remote.BYTES];
        final Remote remote = new Remote();
        final long startNs = System.nanoTime();
        long heardNs = startNs;
        boolean heard = false;
        long nowNs = startNs;
        while (!stopped && !view.isGone() && 1e-9 * (nowNs - startNs) < duration) {
            nowNs = System.nanoTime();
            if (sight.next(wire)) {
                heardNs = nowNs;
                heard = true;
                remote.set(wire);
                view.show(remote, wire, 1e-9 * (nowNs - startNs));
            } else if (1e-9 * (nowNs - heardNs) > SILENCE_S) {
                throw new Refusal(sight.silence());
            }
        }
        if (!heard && !stopped) {
            throw new Refusal(sight.silence());
        }
    }
}
