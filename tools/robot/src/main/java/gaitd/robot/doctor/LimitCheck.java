package gaitd.robot.doctor;

import java.util.Optional;

/** A resource limit of the calling user, which holds for a control process started by hand. */
final class LimitCheck implements Check {
    private static final String RULES = "etc/security/limits.d/50-gaitd.conf";
    private static final String UNLIMITED = "unlimited";
    /** The highest real-time priority that a configuration may ask for. */
    static final int PRIORITY_MIN = 98;

    private final String name;
    private final String row;
    private final int capability;
    private final String capabilityName;
    private final String rule;
    private final String should;

    private LimitCheck(
            final String name,
            final String row,
            final int capability,
            final String capabilityName,
            final String rule,
            final String should) {
        this.name = name;
        this.row = row;
        this.capability = capability;
        this.capabilityName = capabilityName;
        this.rule = rule;
        this.should = should;
    }

    static LimitCheck priority() {
        return new LimitCheck(
                "priority limit",
                "Max realtime priority",
                23,
                "CAP_SYS_NICE",
                "rtprio " + PRIORITY_MIN,
                PRIORITY_MIN + " or more, to be scheduled before everything else");
    }

    static LimitCheck lockedMemory() {
        return new LimitCheck(
                "locked memory limit",
                "Max locked memory",
                14,
                "CAP_IPC_LOCK",
                "memlock unlimited",
                "unlimited, so that no page of the control process is ever fetched");
    }

    @Override
    public Finding look(final Machine machine) {
        final Optional<String> soft = machine.lines("proc/self/limits").stream()
                .filter(line -> line.startsWith(row))
                .map(line -> line.substring(row.length()).strip().split("\\s+", -1)[0])
                .findFirst();
        if (soft.isEmpty()) {
            return Finding.fail(name, "unknown: not in /proc/self/limits", should, fix(machine));
        }
        final String is = soft.get().matches("[0-9]+") && row.contains("memory") ? soft.get() + " bytes" : soft.get();
        if (isEnough(soft.get())) {
            return Finding.ok(name, is);
        }
        if (holds(machine)) {
            return Finding.ok(name, is + ", but this user holds " + capabilityName);
        }
        return Finding.fail(name, is, should, fix(machine));
    }

    private boolean isEnough(final String soft) {
        return soft.equals(UNLIMITED)
                || (rule.startsWith("rtprio") && soft.matches("[0-9]{1,9}") && Integer.parseInt(soft) >= PRIORITY_MIN);
    }

    private boolean holds(final Machine machine) {
        for (final String line : machine.lines("proc/self/status")) {
            if (line.matches("CapEff:\\s*[0-9a-f]{1,16}")) {
                final long held = Long.parseUnsignedLong(
                        line.substring(line.indexOf(':') + 1).strip(), 16);
                return ((held >> capability) & 1) == 1;
            }
        }
        return false;
    }

    private String fix(final Machine machine) {
        return machine.exists(RULES)
                ? "sudo usermod -aG gaitd \"$USER\"  # then log in again"
                : "echo \"$USER - " + rule + "\" | sudo tee -a /" + RULES + "  # then log in again";
    }
}
