package gaitd.robot.doctor;

import java.util.OptionalLong;

/** Whether the three processes fit into memory. */
final class MemoryCheck implements Check {
    private static final String NAME = "free memory";
    private static final long PLENTY_MIB = 1024;
    private static final long LEAST_MIB = 400;
    private static final String SHOULD = "1024 MiB for control, companion and learner";
    private static final String FIX = "ps -eo rss,pid,comm --sort=-rss | head  # end what is not needed";

    @Override
    public Finding look(final Machine machine) {
        OptionalLong free = OptionalLong.empty();
        for (final String line : machine.lines("proc/meminfo")) {
            if (line.matches("MemAvailable:\\s+[0-9]{1,15} kB")) {
                free = OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024);
            }
        }
        if (free.isEmpty()) {
            return Finding.fail(NAME, "unknown: not in /proc/meminfo", SHOULD, FIX);
        }
        final String is = free.getAsLong() + " MiB";
        if (free.getAsLong() >= PLENTY_MIB) {
            return Finding.ok(NAME, is);
        }
        return free.getAsLong() >= LEAST_MIB
                ? Finding.warn(NAME, is, SHOULD, FIX)
                : Finding.fail(NAME, is, SHOULD, FIX);
    }
}
