package gaitd.robot.motors;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** The option of all commands on buses. */
final class BaudOption {
    private static final int OF_MOTORS = 4_800_000;
    private static final int MIN = 9_600;
    private static final int MAX = 24_000_000;

    @Option(names = "--baud", paramLabel = "N", description = "speed, bits per second (default: " + OF_MOTORS + ")")
    private int baud = OF_MOTORS;

    int baud() {
        return (int) Inputs.inRange("--baud", baud, MIN, MAX, "baud");
    }
}
