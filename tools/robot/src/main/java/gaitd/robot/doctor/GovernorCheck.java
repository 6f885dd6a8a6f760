package gaitd.robot.doctor;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the cores keep their full speed. */
final class GovernorCheck implements Check {
    private static final String NAME = "frequency";
    private static final String FOLDER = "sys/devices/system/cpu";
    private static final String FAST = "performance";

    @Override
    public Finding look(final Machine machine) {
        final TreeMap<String, Integer> governors = new TreeMap<>();
        for (final String core : machine.names(FOLDER)) {
            if (core.matches("cpu[0-9]+")) {
                machine.text(FOLDER + "/" + core + "/cpufreq/scaling_governor")
                        .ifPresent(governor -> governors.merge(governor, 1, Integer::sum));
            }
        }
        if (!machine.isFolder(FOLDER)) {
            return Finding.warn(NAME, "unknown: /" + FOLDER + " cannot be read", FAST, "ls /" + FOLDER);
        }
        if (governors.isEmpty()) {
            return Finding.ok(NAME, "not scaled by this kernel");
        }
        final String is = governors.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + entry.getValue() + (entry.getValue() == 1 ? " core" : " cores"))
                .collect(Collectors.joining(", "));
        if (governors.keySet().equals(Set.of(FAST))) {
            return Finding.ok(NAME, is);
        }
        return Finding.warn(
                NAME,
                is,
                FAST + " on all: a core that sped down computes late",
                "echo " + FAST + " | sudo tee /" + FOLDER + "/cpu*/cpufreq/scaling_governor  # until the next boot");
    }
}
