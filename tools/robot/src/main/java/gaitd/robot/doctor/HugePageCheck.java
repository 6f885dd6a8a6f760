package gaitd.robot.doctor;

import java.util.Optional;

/** Whether the kernel merges small pages into huge ones by itself. */
final class HugePageCheck implements Check {
    private static final String NAME = "huge pages";
    private static final String FILE = "sys/kernel/mm/transparent_hugepage/enabled";

    @Override
    public Finding look(final Machine machine) {
        final Optional<String> modes = machine.text(FILE);
        if (modes.isEmpty()) {
            return Finding.ok(NAME, "not in this kernel");
        }
        final int open = modes.get().indexOf('[');
        final int close = modes.get().indexOf(']');
        final String mode =
                open >= 0 && close > open ? modes.get().substring(open + 1, close) : "unknown: " + modes.get();
        if (mode.equals("madvise") || mode.equals("never")) {
            return Finding.ok(NAME, mode);
        }
        return Finding.warn(
                NAME,
                mode,
                "madvise or never: gathering pages stops every thread of a process",
                "echo madvise | sudo tee /" + FILE + "  # until the next boot");
    }
}
