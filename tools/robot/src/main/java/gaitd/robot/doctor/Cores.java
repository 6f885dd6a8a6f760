package gaitd.robot.doctor;

import java.util.BitSet;

/**
 * Which core the control thread is to have and which are left to everything else.
 *
 * @param online all cores that run
 * @param control the control thread's core
 */
record Cores(BitSet online, int control) {
    private static final String FOLDER = "sys/devices/system/cpu/";

    /** The chosen core; otherwise the last isolated one, or the last of all. */
    static Cores of(final Machine machine, final int chosen) {
        final BitSet online = CpuList.parse(machine.text(FOLDER + "online").orElse("0"));
        if (chosen >= 0) {
            return new Cores(online, chosen);
        }
        final BitSet isolated = isolated(machine);
        final int last = isolated.isEmpty() ? online.length() - 1 : isolated.length() - 1;
        return new Cores(online, Math.max(0, last));
    }

    static BitSet isolated(final Machine machine) {
        return CpuList.parse(machine.text(FOLDER + "isolated").orElse(""));
    }

    static BitSet tickless(final Machine machine) {
        return CpuList.parse(machine.text(FOLDER + "nohz_full").orElse(""));
    }

    /** Cores for interrupts and other programs, in the kernel's notation. */
    String others() {
        final BitSet others = (BitSet) online.clone();
        others.clear(control);
        return CpuList.format(others);
    }

    boolean alone() {
        return online.cardinality() < 2;
    }

    String folder() {
        return FOLDER + "cpu" + control + "/";
    }
}
