package gaitd.robot.motors;

import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorProbe;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.serial.SerialDevice;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.terminal.Screen;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What motors tell, again and again. Moves nothing: they are asked in mode 0. */
@Command(
        name = "read",
        description = "Shows angle, speed, torque, temperature and error of a bus's motors, live; moves nothing.",
        footer = {
            "",
            "Example: gaitd motors read --port /dev/ttyUSB0 --ids 1",
            "Angles are the rotor's, and those over the gear's 9.1; the joint's own need its zero: gaitd motors check."
        })
public final class MotorsRead implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e6;
    private static final long TIMEOUT_NS = 20_000_000L;
    private static final long LIVE_NS = 100_000_000L;
    private static final long LISTED_NS = 1_000_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private MotorOptions bus;

    @Mixin
    private final SecondsOption seconds = new SecondsOption("until Ctrl-C");

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;
    private volatile boolean interrupted;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public MotorsRead(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        final List<Integer> ids = bus.ids();
        final long longestNs = (long) Math.min(1e9 * seconds.value(0, SECONDS_MAX), Long.MAX_VALUE);
        final boolean live = Screen.isThere();
        final PrintWriter out = spec.commandLine().getOut();
        interrupts.onInterrupt(() -> interrupted = true);
        boolean answered = false;
        try (SerialDevice device = bus.open(bus.port(), out, spec.commandLine().getErr())) {
            final MotorProbe probe = new MotorProbe(device, System::nanoTime, TIMEOUT_NS);
            final long beganNs = System.nanoTime();
            boolean again = false;
            do {
                if (again && live) {
                    out.printf("\u001b[%dA", ids.size());
                }
                for (final int id : ids) {
                    answered |= show(probe, id, live, out);
                }
                again = true;
                out.flush();
                if (device.lost()) {
                    spec.commandLine()
                            .getErr()
                            .println("gaitd: " + device.name() + " is gone: expected that it stays; plug it in again");
                    return ExitCode.REFUSED;
                }
                LockSupport.parkNanos(Math.min(live ? LIVE_NS : LISTED_NS, beganNs + longestNs - System.nanoTime()));
            } while (!interrupted && System.nanoTime() - beganNs < longestNs);
        }
        return answered ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean show(final MotorProbe probe, final int id, final boolean live, final PrintWriter out) {
        final MotorCommand command = new MotorCommand();
        final MotorReply reply = new MotorReply();
        command.id = id;
        final boolean answers = probe.ask(command, reply);
        out.printf(
                Locale.ROOT,
                "motor %d: %s%s%n",
                id,
                answers ? MotorText.values(reply) : "no answer",
                live ? "\u001b[K" : "");
        return answers;
    }
}
