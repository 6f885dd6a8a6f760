package gaitd.robot.motors;

import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorProbe;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.serial.SerialDevice;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which motors answer, how often and how fast. Moves nothing: they are asked in mode 0. */
@Command(
        name = "scan",
        description = "Asks the motors of one bus or more, moves nothing: which answer, how often, how fast.",
        footer = {
            "",
            "Example: gaitd motors scan --port /dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0",
            "Turn-around: from the command until its whole reply. Exit code 1 when a bus has no motor that answers."
        })
final class MotorsScan implements Callable<Integer> {
    private static final int QUESTIONS = 50;
    private static final long TIMEOUT_NS = 20_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private MotorOptions bus;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        json.check();
        final List<Integer> ids = bus.ids();
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        final List<Map<String, Object>> found = new ArrayList<>();
        boolean allAnswer = true;
        for (final String port : bus.ports()) {
            try (SerialDevice device = bus.open(port, out, err)) {
                boolean answers = false;
                for (final int id : ids) {
                    answers |= scan(device, id, out, found);
                }
                if (!answers) {
                    err.println("gaitd: no motor answers on " + port
                            + ": expected at least one; check its power, the order of A and B, and the speed");
                    allAnswer = false;
                }
            }
        }
        json.write(new Report().put("motors", found));
        return allAnswer ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean scan(
            final SerialDevice device, final int id, final PrintWriter out, final List<Map<String, Object>> found) {
        final MotorProbe probe = new MotorProbe(device, System::nanoTime, TIMEOUT_NS);
        final MotorCommand command = new MotorCommand();
        final MotorReply reply = new MotorReply();
        final Histogram turnaround = new Histogram(3);
        command.id = id;
        for (int i = 0; i < QUESTIONS; i++) {
            if (probe.ask(command, reply)) {
                turnaround.recordValue(probe.turnaroundNs());
            } else if (i > 2 && turnaround.getTotalCount() == 0) {
                break;
            }
        }
        final long answered = turnaround.getTotalCount();
        out.printf(
                Locale.ROOT, "  motor %d: %s%n", id, answered == 0 ? "no answer" : text(answered, turnaround, reply));
        out.flush();
        final Map<String, Object> one = new LinkedHashMap<>();
        one.put("port", device.name());
        one.put("id", id);
        one.put("baud", device.setup().baud());
        one.put("asked", answered == 0 ? 0 : QUESTIONS);
        one.put("answered", answered);
        if (answered > 0) {
            one.put("turnaround_p50_us", turnaround.getValueAtPercentile(50) / 1e3);
            one.put("turnaround_max_us", turnaround.getMaxValue() / 1e3);
            one.put("temperature_c", reply.temperatureC);
            one.put("error", reply.error);
        }
        found.add(one);
        return answered > 0;
    }

    private static String text(final long answered, final Histogram turnaround, final MotorReply reply) {
        return String.format(
                Locale.ROOT,
                "%d of %d answered, turn-around p50 %.0f us, max %.0f us; %d C, %s",
                answered,
                QUESTIONS,
                turnaround.getValueAtPercentile(50) / 1e3,
                turnaround.getMaxValue() / 1e3,
                reply.temperatureC,
                MotorText.state(reply));
    }
}
