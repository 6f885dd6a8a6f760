package gaitd.bench.link;

import java.util.Arrays;

/**
 * What happened on a link.
 *
 * @param toRobot packets on their way to the robot
 * @param lostToRobot those of them that were dropped
 * @param toControl packets on their way to the controller
 * @param lostToControl those of them that were dropped
 * @param lateP99Ns how much later than its profile says the relay sent, 99th percentile, ns
 * @param lateMaxNs the same, at most, ns
 */
record RelayCounts(long toRobot, long lostToRobot, long toControl, long lostToControl, long lateP99Ns, long lateMaxNs) {
    private static final String NAME = "packets";

    /** As the relay's process prints it. */
    String line() {
        return String.join(
                " ",
                NAME,
                "" + toRobot,
                "" + lostToRobot,
                "" + toControl,
                "" + lostToControl,
                "" + lateP99Ns,
                "" + lateMaxNs);
    }

    /** Reads the output of a relay's process that has ended. */
    static RelayCounts of(final String said) {
        final long[] numbers = said.lines()
                .filter(line -> line.startsWith(NAME + " "))
                .flatMap(line -> Arrays.stream(line.split(" ", -1)).skip(1))
                .mapToLong(Long::parseLong)
                .toArray();
        return new RelayCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }
}
