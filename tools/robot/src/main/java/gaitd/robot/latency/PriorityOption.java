package gaitd.robot.latency;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** Priority of what is measured. */
final class PriorityOption {
    private static final int PRIORITY_MAX = 98;

    @Option(
            names = "--priority",
            paramLabel = "N",
            defaultValue = "80",
            description =
                    "SCHED_FIFO priority of what is measured, half of it for the robot, 0 for none (default ${DEFAULT-VALUE})")
    private int priority;

    int value() {
        return (int) Inputs.inRange("--priority", priority, 0, PRIORITY_MAX, "(0 for none)");
    }
}
