package gaitd.robot.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of all recordings in a folder: names them by the wall clock, makes room by deleting the oldest. */
final class SegmentStore {
    /** A file beside a segment that keeps it from being deleted. */
    static final String PIN = ".pin";

    private static final Pattern OURS = Pattern.compile("gaitd-\\d{8}T\\d{6}Z(-\\d+)?-\\d{4,}\\.mcap");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RecordPlan plan;
    private final Consumer<String> say;
    private Path current;

    SegmentStore(final RecordPlan plan, final Consumer<String> say) {
        this.plan = plan;
        this.say = say;
    }

    /** A name of a recording that no file has yet. */
    String session(final Instant now) {
        final String stamp = "gaitd-" + STAMP.format(now);
        String name = stamp;
        for (int i = 2; Files.exists(file(name, 1)); i++) {
            name = stamp + "-" + i;
        }
        return name;
    }

    private Path file(final String session, final int number) {
        return plan.folder().resolve(String.format(Locale.ROOT, "%s-%04d.mcap", session, number));
    }

    /** The file of the next segment, from now on kept. */
    Path next(final String session, final int number) {
        current = file(session, number);
        return current;
    }

    /**
     * Makes room for more bytes, as the plan says.
     *
     * @param bytes that are about to be written
     * @return false when there is none and none can be made
     * @throws IOException when the folder cannot be read
     */
    boolean makeRoom(final long bytes) throws IOException {
        while (isFull(bytes)) {
            if (plan.full() == RecordPlan.FullDisk.STOP || !dropOldest()) {
                return false;
            }
        }
        return true;
    }

    /** After a write that failed: whether it may be tried again, since something was deleted. */
    boolean afterFailure() throws IOException {
        return plan.full() == RecordPlan.FullDisk.OLDEST && dropOldest();
    }

    private boolean isFull(final long bytes) throws IOException {
        return plan.folder().toFile().getUsableSpace() < plan.reserveBytes() + bytes
                || total() + bytes > plan.totalBytes();
    }

    private long total() throws IOException {
        long total = 0;
        for (final Path file : segments()) {
            total += Files.size(file);
        }
        return total;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(plan.folder())) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Deletes the oldest segment that is not pinned; false when there is none. */
    private boolean dropOldest() throws IOException {
        for (final Path file : segments()) {
            if (!file.equals(current) && !Files.exists(file.resolveSibling(file.getFileName() + PIN))) {
                Files.delete(file);
                say.accept("recording: no room, deleted " + file);
                return true;
            }
        }
        return false;
    }
}
