package gaitd.robot.record;

import java.nio.file.Path;

/**
 * Where and how much is recorded.
 *
 * @param folder where the files go
 * @param simulatedToo whether a simulated robot is recorded
 * @param segmentNs longest time of a file, ns
 * @param segmentBytes a file ends when it has so many bytes
 * @param totalBytes most bytes of all files together
 * @param reserveBytes what is left free on the disk
 * @param full what is done when there is no room
 */
public record RecordPlan(
        Path folder,
        boolean simulatedToo,
        long segmentNs,
        long segmentBytes,
        long totalBytes,
        long reserveBytes,
        FullDisk full) {
    /** What is done when there is no room for more. */
    public enum FullDisk {
        /** The oldest file that is not pinned is deleted. */
        OLDEST,
        /** Recording stops. */
        STOP
    }
}
