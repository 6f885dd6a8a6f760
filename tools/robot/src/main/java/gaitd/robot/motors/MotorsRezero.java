package gaitd.robot.motors;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFinder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the whole turns of the rotors again, after the motors were without power. */
@Command(
        name = "rezero",
        description =
                "Finds the zeros again after the motors were without power, from how the robot lies; moves nothing.",
        footer = {
            "",
            "Example: gaitd motors rezero --zeros zeros.toml",
            "Each joint has to lie within 0.25 rad of where it lay at the calibration; a person confirms that it does."
        })
final class MotorsRezero implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ZerosOption zeros;

    @Mixin
    private BaudOption baud;

    @Option(names = "--lies", description = "the robot lies as it did at the calibration: does not ask")
    private boolean lies;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final JointZeros before = zeros.read();
        Outputs.check(zeros.file(), ZerosOption.NAME);
        final PrintWriter out = spec.commandLine().getOut();
        if (!lies && !new Questions(out).yes("Does the robot lie as it did at the calibration?")) {
            spec.commandLine()
                    .getErr()
                    .println("gaitd: nothing changed: expected 'yes'; lay the robot down as it lay at the calibration");
            return ExitCode.FAILED;
        }
        try (LegBuses buses = new LegBuses(
                before.ports(), baud.baud(), out, spec.commandLine().getErr())) {
            ZeroWriter.write(ZeroFinder.ofRest(before, buses.rotorRad(), ZeroWriter.now()), zeros.file(), out);
        }
        return ExitCode.OK;
    }
}
