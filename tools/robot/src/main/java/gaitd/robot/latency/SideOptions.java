package gaitd.robot.latency;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scheduling of both sides of a measurement of punctuality. */
final class SideOptions {
    private static final int SPIN_MAX_US = 500;

    @Mixin
    private PriorityOption priority;

    @Option(names = "--cpu", paramLabel = "N", description = "processor of both sides, -1 for any (default the last)")
    private Integer cpu;

    @Option(
            names = "--spin",
            paramLabel = "US",
            defaultValue = "0",
            description = "longest spin of our side before a tick (default ${DEFAULT-VALUE})")
    private int spinUs;

    int priority() {
        return priority.value();
    }

    int cpu() {
        final int last = Runtime.getRuntime().availableProcessors() - 1;
        return (int) Inputs.inRange("--cpu", cpu == null ? last : cpu, -1, last, "(-1 for any)");
    }

    int spinUs() {
        return (int) Inputs.inRange("--spin", spinUs, 0, SPIN_MAX_US, "us");
    }
}
