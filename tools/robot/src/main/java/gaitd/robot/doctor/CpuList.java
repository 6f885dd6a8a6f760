package gaitd.robot.doctor;

import java.util.BitSet;

/** Sets of cores as the kernel writes them: {@code 0-2,5}. */
final class CpuList {
    private static final int CORES_MAX = 8192;

    private CpuList() {}

    /** Parts that are no numbers are left out. */
    static BitSet parse(final String text) {
        final BitSet cores = new BitSet();
        for (final String part : text.strip().split(",", -1)) {
            final String[] ends = part.split("-", -1);
            if (ends.length > 2 || !part.matches("[0-9]{1,4}(-[0-9]{1,4})?")) {
                continue;
            }
            final int first = Integer.parseInt(ends[0]);
            final int last = Integer.parseInt(ends[ends.length - 1]);
            if (first <= last && last < CORES_MAX) {
                cores.set(first, last + 1);
            }
        }
        return cores;
    }

    static String format(final BitSet cores) {
        final StringBuilder text = new StringBuilder();
        for (int first = cores.nextSetBit(0); first >= 0; ) {
            final int last = cores.nextClearBit(first) - 1;
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (last > first) {
                text.append('-').append(last);
            }
            first = cores.nextSetBit(last + 1);
        }
        return text.toString();
    }
}
