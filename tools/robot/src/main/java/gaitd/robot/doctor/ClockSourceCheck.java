package gaitd.robot.doctor;

import java.util.List;
import java.util.Optional;

/** Whether time is read from a processor register and not from a slow device. */
final class ClockSourceCheck implements Check {
    private static final String NAME = "clock source";
    private static final String FOLDER = "sys/devices/system/clocksource/clocksource0/";
    private static final List<String> FAST =
            List.of("tsc", "arch_sys_counter", "kvm-clock", "hyperv_clocksource_tsc_page");
    private static final String SHOULD = "tsc or arch_sys_counter: others take microseconds to read";

    @Override
    public Finding look(final Machine machine) {
        final Optional<String> current = machine.text(FOLDER + "current_clocksource");
        if (current.isEmpty()) {
            return Finding.warn(NAME, "unknown: the kernel does not list it", SHOULD, "dmesg | grep -i clocksource");
        }
        if (FAST.contains(current.get())) {
            return Finding.ok(NAME, current.get());
        }
        final List<String> offered = List.of(
                machine.text(FOLDER + "available_clocksource").orElse("").split("\\s+", -1));
        for (final String fast : FAST) {
            if (offered.contains(fast)) {
                return Finding.warn(
                        NAME,
                        current.get(),
                        SHOULD,
                        "echo " + fast + " | sudo tee /" + FOLDER + "current_clocksource  # until the next boot");
            }
        }
        return Finding.warn(NAME, current.get(), SHOULD, BootParameters.add(machine, "tsc=reliable clocksource=tsc"));
    }
}
