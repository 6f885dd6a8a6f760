package gaitd.robot.doctor;

import java.util.ArrayList;
import java.util.List;

/** Latency timer of USB serial adapters. */
final class SerialCheck implements Check {
    private static final String NAME = "serial adapters";
    private static final String FOLDER = "sys/bus/usb-serial/devices";

    @Override
    public Finding look(final Machine machine) {
        final List<String> slow = new ArrayList<>();
        final List<String> seen = new ArrayList<>();
        for (final String device : machine.names(FOLDER)) {
            final long ms =
                    machine.number(FOLDER + "/" + device + "/latency_timer").orElse(0);
            seen.add(device + (ms > 0 ? " " + ms + " ms" : ""));
            if (ms > 1) {
                slow.add("/" + FOLDER + "/" + device + "/latency_timer");
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
}
