package gaitd.robot.motors;

import gaitd.robot.cli.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of the commands on motors of a bus. */
@Command(
        name = "motors",
        description = "Finds, reads, moves and calibrates the motors on their own RS-485 buses; see docs/bus.md.",
        subcommands = {
            MotorsScan.class,
            MotorsRead.class,
            MotorsWiggle.class,
            MotorsCalibrate.class,
            MotorsRezero.class,
            MotorsCheck.class
        },
        footer = {"", "Example: gaitd motors scan --port /dev/ttyUSB0"})
public final class MotorsCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "motors needs a command: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
