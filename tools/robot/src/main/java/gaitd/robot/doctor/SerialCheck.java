package gaitd.robot.doctor;

import java.util.ArrayList;
import java.util.List;

/** Serial ports with their stable names, and the latency timers of USB adapters. */
final class SerialCheck implements Check {
    private static final String NAME = "serial adapters";
    private static final String TIMERS = "sys/bus/usb-serial/devices";
    private static final String PORTS = "sys/class/tty";
    private static final String STABLE = "dev/serial/by-path";

    @Override
    public Finding look(final Machine machine) {
        final List<String> slow = new ArrayList<>();
        final List<String> seen = new ArrayList<>();
        for (final String port : ports(machine)) {
            final String timer = TIMERS + "/" + port + "/latency_timer";
            final long ms = machine.number(timer).orElse(0);
            seen.add(port + (ms > 0 ? " " + ms + " ms" : "") + stableName(machine, port));
            if (ms > 1) {
                slow.add("/" + timer);
            }
        }
        if (seen.isEmpty()) {
            return Finding.ok(NAME, "none");
        }
        return slow.isEmpty()
                ? Finding.ok(NAME, String.join(", ", seen))
                : Finding.warn(
                        NAME,
                        String.join(", ", seen),
                        "latency timer of 1 ms: each answer waits that long",
                        "echo 1 | sudo tee " + String.join(" ", slow) + "  # until it is plugged in again");
    }

    /** Those of USB adapters, and others behind which there is a device; a PC has four built in that mostly are not there. */
    private static List<String> ports(final Machine machine) {
        final List<String> ports = new ArrayList<>(machine.names(TIMERS));
        for (final String port : machine.names(PORTS)) {
            final boolean there = machine.exists(PORTS + "/" + port + "/device")
                    && machine.number(PORTS + "/" + port + "/type").orElse(1) != 0;
            if (there && !ports.contains(port)) {
                ports.add(port);
            }
        }
        return ports;
    }

    private static String stableName(final Machine machine, final String port) {
        for (final String name : machine.names(STABLE)) {
            if (machine.linkEnd(STABLE + "/" + name).equals(port)) {
                return " (/" + STABLE + "/" + name + ")";
            }
        }
        return "";
    }
}
