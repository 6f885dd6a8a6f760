package gaitd.robot.doctor;

import java.util.BitSet;

/** Whether the control thread has a core that the scheduler uses for no other thread. */
final class IsolationCheck implements Check {
    private static final String NAME = "isolated core";
    private final int chosen;

    IsolationCheck(final int chosen) {
        this.chosen = chosen;
    }

    @Override
    public Finding look(final Machine machine) {
        final Cores cores = Cores.of(machine, chosen);
        if (machine.text("sys/devices/system/cpu/online").isEmpty()) {
            return Finding.warn(NAME, "unknown: the kernel does not list its cores", "two cores or more", "nproc");
        }
        if (!cores.online().get(cores.control())) {
            return Finding.fail(
                    NAME,
                    "core " + cores.control() + " is not online",
                    "one of " + CpuList.format(cores.online()),
                    "gaitd doctor --cpu " + (cores.online().length() - 1));
        }
        if (cores.alone()) {
            return Finding.fail(
                    NAME,
                    "this machine has one core",
                    "two or more: one for control, one for all else",
                    "nproc  # take another computer");
        }
        final BitSet isolated = Cores.isolated(machine);
        final BitSet tickless = Cores.tickless(machine);
        final int core = cores.control();
        if (isolated.get(core) && tickless.get(core)) {
            return Finding.ok(NAME, "core " + core + ", without the scheduler's tick");
        }
        final String is = isolated.get(core)
                ? "core " + core + " is isolated, but has the scheduler's tick"
                : "core " + core + " of " + CpuList.format(cores.online()) + " is shared with everything";
        return Finding.warn(
                NAME,
                is,
                "one core for control alone, others for interrupts and programs",
                BootParameters.add(
                        machine,
                        "isolcpus=managed_irq,domain,%1$d nohz_full=%1$d rcu_nocbs=%1$d irqaffinity=%2$s"
                                .formatted(core, cores.others())));
    }
}
