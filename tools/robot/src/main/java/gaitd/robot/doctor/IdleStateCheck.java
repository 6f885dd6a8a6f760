package gaitd.robot.doctor;

/** How long the control thread's core takes to wake from its deepest sleep. */
final class IdleStateCheck implements Check {
    private static final String NAME = "idle states";
    private static final String LATENCY_FILE = "dev/cpu_dma_latency";
    private static final String RULES = "usr/lib/udev/rules.d/60-gaitd.rules";
    private static final long WAKE_MAX_US = 10;
    private final int chosen;

    IdleStateCheck(final int chosen) {
        this.chosen = chosen;
    }

    @Override
    public Finding look(final Machine machine) {
        final String folder = Cores.of(machine, chosen).folder();
        if (!machine.isFolder(folder)) {
            return Finding.warn(
                    NAME, "unknown: /" + folder + " cannot be read", "at most 10 us to wake", "ls /" + folder);
        }
        long deepestUs = 0;
        String deepest = "none";
        for (final String state : machine.names(folder + "cpuidle")) {
            final String path = folder + "cpuidle/" + state + "/";
            final long us = machine.number(path + "latency").orElse(0);
            if (us > deepestUs && machine.number(path + "disable").orElse(0) == 0) {
                deepestUs = us;
                deepest = machine.text(path + "name").orElse(state);
            }
        }
        if (deepestUs == 0) {
            return Finding.ok(NAME, "none that takes time to leave");
        }
        final String is = "deepest is " + deepest + ", " + deepestUs + " us to wake";
        if (deepestUs <= WAKE_MAX_US) {
            return Finding.ok(NAME, is);
        }
        if (machine.isWritable(LATENCY_FILE)) {
            return Finding.ok(NAME, is + "; control may hold it off by /" + LATENCY_FILE);
        }
        return Finding.warn(
                NAME,
                is + ", and /" + LATENCY_FILE + " is not ours to write",
                "at most 10 us to wake, or /" + LATENCY_FILE + " writable",
                machine.exists(RULES)
                        ? "sudo usermod -aG gaitd \"$USER\"  # then log in again"
                        : "sudo chmod o+rw /" + LATENCY_FILE + "  # until the next boot; the package does it for good");
    }
}
