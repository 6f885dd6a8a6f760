package gaitd.robot.doctor;

import java.util.Optional;

/** Whether the kernel is preemptible. */
final class KernelCheck implements Check {
    private static final String NAME = "preemption";
    private static final String SHOULD = "PREEMPT_RT: the kernel's own sections are interrupted too";

    @Override
    public Finding look(final Machine machine) {
        final Optional<String> version = machine.text("proc/version");
        if (version.isEmpty()) {
            return Finding.warn(NAME, "unknown: /proc/version cannot be read", SHOULD, "uname -v");
        }
        if (version.get().contains("PREEMPT_RT")
                || machine.number("sys/kernel/realtime").orElse(0) == 1) {
            return Finding.ok(NAME, "PREEMPT_RT");
        }
        if (version.get().contains("PREEMPT_DYNAMIC")) {
            return dynamic(machine);
        }
        if (version.get().contains("PREEMPT")) {
            return Finding.warn(NAME, "PREEMPT (stock, full)", SHOULD, install(machine));
        }
        return Finding.fail(NAME, "none or voluntary", SHOULD, install(machine));
    }

    private static Finding dynamic(final Machine machine) {
        final String model = model(machine);
        if (model.equals("full")) {
            return Finding.warn(NAME, "PREEMPT_DYNAMIC (stock), full", SHOULD, install(machine));
        }
        return Finding.warn(
                NAME,
                "PREEMPT_DYNAMIC (stock), " + model,
                "preempt=full at least, better PREEMPT_RT",
                BootParameters.add(machine, "preempt=full"));
    }

    /** Read from the scheduler's file when permitted, otherwise from the boot parameters. */
    private static String model(final Machine machine) {
        final String modes = machine.text("sys/kernel/debug/sched/preempt").orElse("");
        final int open = modes.indexOf('(');
        final int close = modes.indexOf(')');
        if (open >= 0 && close > open) {
            return modes.substring(open + 1, close);
        }
        for (final String word : machine.text("proc/cmdline").orElse("").split("\\s+", -1)) {
            if (word.startsWith("preempt=")) {
                return word.substring("preempt=".length());
            }
        }
        return "unknown: the preemption model cannot be read";
    }

    private static String install(final Machine machine) {
        return switch (machine.distribution()) {
            case "ubuntu" -> "sudo pro attach && sudo pro enable realtime-kernel && sudo reboot";
            case "debian", "raspbian" ->
                "sudo apt install linux-image-rt-" + (machine.isArm() ? "arm64" : "amd64") + " && sudo reboot";
            default -> "sudo reboot  # after installing a kernel built with CONFIG_PREEMPT_RT";
        };
    }
}
