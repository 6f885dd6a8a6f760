package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.zeros.JointZero;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFinder;
import gaitd.runtime.zeros.ZeroMethod;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds the zeros of all twelve motors: a person moves each joint to both its stops. */
@Command(
        name = "calibrate",
        description =
                "Finds direction, zero and range of all twelve motors: asks to move each joint by hand to both its stops.",
        footer = {
            "",
            "Example: gaitd motors calibrate --port FR --port FL --port RR --port RL --zeros zeros.toml",
            "Hang the robot up first. --port four times: the buses of the legs FR, FL, RR, RL.",
            "After the motors were without power, 'gaitd motors rezero' is enough."
        })
final class MotorsCalibrate implements Callable<Integer> {
    /** So that a leg that is let go sinks. */
    private static final double FREE_KD_NM_S_RAD = 0.5;

    private static final String[][] STOPS = {
        {"with its foot to the robot's right as far as it goes", "with its foot to the robot's left as far as it goes"},
        {"with its knee forward as far as it goes", "with its knee backward as far as it goes"},
        {"folded as far as it goes", "stretched as far as it goes"}
    };

    @Mixin
    HelpOption help;

    @Mixin
    private MotorOptions bus;

    @Mixin
    private ZerosOption zeros;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final List<String> ports = bus.ports();
        if (ports.size() != A1.LEGS || bus.ids().size() != A1.JOINTS_PER_LEG) {
            throw new ConfigException(
                    "calibrate takes all motors of four buses: expected --port four times, for the legs FR, FL,"
                            + " RR, RL, and no --ids");
        }
        Outputs.check(zeros.file(), ZerosOption.NAME);
        final PrintWriter out = spec.commandLine().getOut();
        final Questions questions = new Questions(out);
        try (LegBuses buses = bus.openLegs(out, spec.commandLine().getErr())) {
            buses.rotorRad();
            final List<JointZero> found = new ArrayList<>();
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                found.add(found(joint, buses, questions, out));
            }
            final JointZeros stops = new JointZeros(ZeroWriter.now(), ZeroMethod.STOPS, ports, found);
            questions.done("Lay the robot down as it lies when it is switched on");
            ZeroWriter.write(ZeroFinder.rested(stops, buses.rotorRad()), zeros.file(), out);
        }
        return ExitCode.OK;
    }

    private static JointZero found(
            final int joint, final LegBuses buses, final Questions questions, final PrintWriter out) {
        final String[] stops = STOPS[joint % A1.JOINTS_PER_LEG];
        buses.free(joint, FREE_KD_NM_S_RAD);
        questions.done("Move " + A1.jointName(joint) + " " + stops[0]);
        final double lowerRad = buses.rotorRad(joint);
        buses.free(joint, FREE_KD_NM_S_RAD);
        questions.done("Move " + A1.jointName(joint) + " " + stops[1]);
        final double upperRad = buses.rotorRad(joint);
        final JointZero zero = ZeroFinder.ofStops(joint, lowerRad, upperRad);
        out.printf(
                Locale.ROOT,
                "  %s: %.3f to %.3f rad, the rotor turns %s%n",
                A1.jointName(joint),
                zero.minRad(),
                zero.maxRad(),
                zero.direction() > 0 ? "the same way" : "the other way");
        return zero;
    }
}
