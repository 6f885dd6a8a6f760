package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.runtime.zeros.JointZero;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroCheck;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The joints' angles by a file of zeros, and whether they can be. */
@Command(
        name = "check",
        description = "Shows the angles of all joints by their zeros, and whether these can be right; moves nothing.",
        footer = {
            "",
            "Example: gaitd motors check --zeros zeros.toml",
            "The control process asks the same before it drives motors. Exit code 1 when the zeros cannot be right."
        })
final class MotorsCheck implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ZerosOption option;

    @Mixin
    private BaudOption baud;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final JointZeros zeros = option.read();
        final PrintWriter out = spec.commandLine().getOut();
        final double[] rotorRad;
        try (LegBuses buses =
                new LegBuses(zeros.ports(), baud.baud(), out, spec.commandLine().getErr())) {
            rotorRad = buses.rotorRad();
        }
        final double[] jointRad = zeros.jointRad(rotorRad);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final JointZero zero = zeros.joints().get(joint);
            out.printf(
                    Locale.ROOT,
                    "  %-8s %7.3f rad of %.3f to %.3f, rested at %.3f%n",
                    A1.jointName(joint),
                    jointRad[joint],
                    zero.minRad(),
                    zero.maxRad(),
                    zero.restRad());
        }
        final String problem = ZeroCheck.problem(zeros, rotorRad);
        if (!problem.isEmpty()) {
            spec.commandLine().getErr().println("gaitd: " + problem);
            return ExitCode.FAILED;
        }
        out.println("these zeros fit; made: " + zeros.made());
        return ExitCode.OK;
    }
}
