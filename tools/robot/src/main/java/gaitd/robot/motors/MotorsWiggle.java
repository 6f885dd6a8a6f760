package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorProbe;
import gaitd.hal.bus.RotorCalibration;
import gaitd.hal.serial.SerialDevice;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves one motor a little, so that a person sees which joint it is and which way it turns. */
@Command(
        name = "wiggle",
        description =
                "Moves one motor slowly about where it is, then damps it. Hang the robot up first, and keep hands off.",
        footer = {
            "",
            "Example: gaitd motors wiggle --port /dev/ttyUSB0 --ids 2 --amplitude 0.1",
            "Ends at once and damps: on Ctrl-C, more than 8 N m, 2 rad/s, 0.2 rad from its target, 65 degrees, an error of the motor,"
                    + " or three replies missing.",
            "With --zeros it stays between the joint's stops, and first turns to the joint's greater angles; without, to the rotor's."
        })
public final class MotorsWiggle implements Callable<Integer> {
    private static final double AMPLITUDE_MIN_RAD = 0.01;
    private static final double PERIOD_MAX_S = 20;
    private static final int TIMES_MAX = 100;
    private static final long TIMEOUT_NS = 20_000_000L;

    @Mixin
    HelpOption help;

    @Mixin
    private MotorOptions bus;

    @Spec
    private CommandSpec spec;

    @Option(names = "--amplitude", paramLabel = "RAD", description = "how far each way, at the joint (default 0.1)")
    private double amplitudeRad = 0.1;

    @Option(names = "--period", paramLabel = "S", description = "how long there and back (default 2)")
    private double periodS = 2;

    @Option(names = "--times", paramLabel = "N", description = "how often, at least 2 (default 3)")
    private int times = 3;

    @Option(names = ZerosOption.NAME, paramLabel = "FILE", description = "the robot's zeros, as calibrate wrote them")
    private Path file;

    private final Interrupts interrupts;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public MotorsWiggle(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        Inputs.inRange("--amplitude", amplitudeRad, AMPLITUDE_MIN_RAD, Wiggle.AMPLITUDE_MAX_RAD, "rad");
        Inputs.inRange("--period", periodS, Wiggle.PERIOD_MIN_S, PERIOD_MAX_S, "s");
        Inputs.inRange("--times", times, 2, TIMES_MAX, "");
        final int id = bus.id();
        final String port = bus.port();
        final JointZeros zeros = file == null ? null : ZeroFile.read(file);
        final int joint = zeros == null ? id : leg(zeros.ports(), port) * A1.JOINTS_PER_LEG + id;
        final WiggleLimits limits = zeros == null
                ? WiggleLimits.unknownAngle()
                : WiggleLimits.of(zeros.joints().get(joint));
        final PrintWriter out = spec.commandLine().getOut();
        final PrintWriter err = spec.commandLine().getErr();
        try (SerialDevice device = bus.open(port, out, err)) {
            final WiggleRun run = new WiggleRun(
                    new MotorProbe(device, System::nanoTime, TIMEOUT_NS),
                    id,
                    zeros == null ? rotorsAsTheyAre() : zeros.calibration(),
                    joint,
                    System::nanoTime);
            interrupts.onInterrupt(run::stop);
            interrupts.onStop(run::stop);
            final String problem = run.run(new Wiggle(amplitudeRad, periodS, times, limits));
            final String name = zeros == null ? "motor " + id : A1.jointName(joint);
            if (!problem.isEmpty()) {
                err.println("gaitd: " + name + " was not moved to the end: " + problem);
                return ExitCode.FAILED;
            }
            out.printf(
                    Locale.ROOT,
                    "%s moved through %.3f rad with at most %.2f N m, and is damped%n",
                    name,
                    run.movedRad(),
                    run.greatestNm());
        }
        return ExitCode.OK;
    }

    private static int leg(final List<String> ports, final String port) {
        final Path asked = real(port);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (real(ports.get(leg)).equals(asked)) {
                return leg;
            }
        }
        throw new ConfigException("--port " + port + " is none of the ports of " + ZerosOption.NAME
                + ": expected one of " + String.join(", ", ports));
    }

    private static Path real(final String port) {
        try {
            return Path.of(port).toRealPath();
        } catch (final IOException missing) {
            return Path.of(port);
        }
    }

    /** Every rotor with its joint, from 0. */
    private static RotorCalibration rotorsAsTheyAre() {
        final int[] direction = new int[A1.JOINTS];
        Arrays.fill(direction, 1);
        return new RotorCalibration(direction, new double[A1.JOINTS]);
    }
}
