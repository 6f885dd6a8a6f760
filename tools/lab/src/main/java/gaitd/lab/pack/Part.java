package gaitd.lab.pack;

import java.util.List;

/** The parts that are installed one by one: what belongs on a robot, and the lab with its benchmarks on top of it. */
enum Part {
    /** The robot's part. */
    ROBOT("gaitd"),
    /** Training, evaluation, plots, packages and benchmarks; needs the robot's part. */
    LAB("gaitd-lab");

    private final String packageName;

    Part(final String packageName) {
        this.packageName = packageName;
    }

    /** Name of its Debian package. */
    String packageName() {
        return packageName;
    }

    /** Folders of its modules in the source tree; the last depends on all others. */
    List<String> modules() {
        return switch (this) {
            case ROBOT -> List.of("mcap", "maths", "hal", "policies", "runtime", "sim-bridge", "tools/robot");
            case LAB -> List.of("tools/lab", "tools/bench");
        };
    }
}
