package gaitd.robot.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether devices interrupt the control thread's core. */
final class InterruptCheck implements Check {
    private static final String NAME = "interrupts";
    private static final String FOLDER = "proc/irq";
    private static final int NAMED_MAX = 4;
    private final int chosen;

    InterruptCheck(final int chosen) {
        this.chosen = chosen;
    }

    @Override
    public Finding look(final Machine machine) {
        final Cores cores = Cores.of(machine, chosen);
        final String should = "none on core " + cores.control();
        final List<String> here = new ArrayList<>();
        final List<String> devices = new ArrayList<>();
        int known = 0;
        for (final String irq : machine.names(FOLDER)) {
            final String folder = FOLDER + "/" + irq;
            final List<String> users = irq.matches("[0-9]+")
                    ? machine.names(folder).stream()
                            .filter(name -> machine.isFolder(folder + "/" + name))
                            .toList()
                    : List.of();
            if (users.isEmpty()) {
                continue;
            }
            known++;
            final String affinity = machine.text(folder + "/effective_affinity_list")
                    .filter(text -> !text.isEmpty())
                    .or(() -> machine.text(folder + "/smp_affinity_list"))
                    .orElse("");
            if (CpuList.parse(affinity).get(cores.control())) {
                here.add(irq);
                devices.addAll(users);
            }
        }
        if (known == 0 && !machine.isFolder(FOLDER)) {
            return Finding.warn(NAME, "unknown: /proc/irq cannot be read", should, "cat /proc/interrupts");
        }
        if (here.isEmpty()) {
            return Finding.ok(NAME, "none of " + known + " on core " + cores.control());
        }
        final String names = String.join(", ", devices.subList(0, Math.min(NAMED_MAX, devices.size())))
                + (devices.size() > NAMED_MAX ? ", ..." : "");
        return Finding.warn(
                NAME,
                "%d of %d on core %d (%s)".formatted(here.size(), known, cores.control(), names),
                should,
                cores.alone()
                        ? "nproc  # take a computer with two cores or more"
                        : "for i in %s; do echo %s | sudo tee /proc/irq/$i/smp_affinity_list; done  # until the next boot"
                                .formatted(String.join(" ", here), cores.others()));
    }
}
