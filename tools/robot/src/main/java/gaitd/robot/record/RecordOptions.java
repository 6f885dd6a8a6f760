package gaitd.robot.record;

import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that can record. */
public final class RecordOptions {
    private static final Path OFF = Path.of("off");
    private static final Path SYSTEM = Path.of("/var/lib/gaitd/logs");
    private static final long MB = 1L << 20;
    private static final double NS_PER_MINUTE = 60e9;

    @Option(
            names = "--record",
            paramLabel = "DIR|off",
            description =
                    "record into files of this folder, or not at all (default for a robot that is no simulator: /var/lib/gaitd/logs,"
                            + " or gaitd-logs in the user's folder; for a simulated one: off)")
    private Path folder;

    @Option(
            names = "--record-minutes",
            paramLabel = "M",
            defaultValue = "10",
            description = "longest time of a file (default 10)")
    private double minutes;

    @Option(
            names = "--record-mb",
            paramLabel = "MB",
            defaultValue = "256",
            description = "a file ends when it is as large (default 256)")
    private int megabytes;

    @Option(
            names = "--record-total-mb",
            paramLabel = "MB",
            defaultValue = "8192",
            description = "all recordings together; 512 MB of the disk stay free anyway (default 8192)")
    private int totalMegabytes;

    @Option(
            names = "--record-full",
            paramLabel = "oldest|stop",
            defaultValue = "oldest",
            description =
                    "without room, delete the oldest file that has none named FILE.pin beside it, or stop (default oldest)")
    private RecordPlan.FullDisk full;

    RecordOptions() {}

    /**
     * What was asked for, or what is usual.
     *
     * @param simulated whether the robot is a simulated one
     * @return the plan; null for no recording
     */
    public RecordPlan plan(final boolean simulated) {
        return simulated && folder == null ? null : plan();
    }

    /**
     * What was asked for, or what is usual, where nobody knows yet whether the robot is a simulated one.
     *
     * @return the plan; null for no recording
     */
    public RecordPlan plan() {
        Inputs.inRange("--record-minutes", minutes, 0.01, 1440, "minutes");
        Inputs.inRange("--record-mb", megabytes, 1, 100_000, "MB");
        Inputs.inRange("--record-total-mb", totalMegabytes, 8, 10_000_000, "MB");
        final Path chosen = folder != null ? folder : usual();
        if (chosen.equals(OFF)) {
            return null;
        }
        if (folder != null) {
            Outputs.checkFolder(folder, "--record");
        }
        return new RecordPlan(
                chosen,
                folder != null,
                (long) (minutes * NS_PER_MINUTE),
                megabytes * MB,
                totalMegabytes * MB,
                512 * MB,
                full);
    }

    private static Path usual() {
        return Files.isWritable(SYSTEM) || Files.isWritable(SYSTEM.getParent())
                ? SYSTEM
                : Path.of(System.getProperty("user.home"), "gaitd-logs");
    }
}
