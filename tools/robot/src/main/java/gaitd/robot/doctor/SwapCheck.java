package gaitd.robot.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** Whether swap is on. */
final class SwapCheck implements Check {
    private static final String NAME = "swap";
    private static final String SHOULD = "none: companion and learner stall while pages are read back";

    @Override
    public Finding look(final Machine machine) {
        final List<String> lines = machine.lines("proc/swaps");
        if (lines.isEmpty()) {
            return Finding.warn(NAME, "unknown: /proc/swaps cannot be read", SHOULD, "swapon --show");
        }
        if (lines.size() == 1) {
            return Finding.ok(NAME, "none");
        }
        return Finding.warn(
                NAME,
                lines.stream().skip(1).map(line -> line.split("\\s+", -1)[0]).collect(Collectors.joining(", ")),
                SHOULD,
                "sudo swapoff -a && sudo sed -Ei '/^[^#].*\\sswap\\s/s/^/#/' /etc/fstab");
    }
}
