package gaitd.robot.log;

import gaitd.mcap.Definitions;
import gaitd.mcap.McapException;
import gaitd.mcap.McapIndex;
import gaitd.mcap.McapReader;
import gaitd.mcap.McapRecord;
import gaitd.mcap.McapSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a file, by its summary where there is one, else by reading it as far as it goes.
 *
 * @param definitions its schemas and channels
 * @param counts messages by channel
 * @param startNs log time of the first message
 * @param endNs log time of the last one
 * @param chunks how many
 * @param attachments their names and sizes
 * @param metadata their names
 * @param broken why the file could not be read to its end, or null
 */
record LogContents(
        Definitions definitions,
        Map<Integer, Long> counts,
        long startNs,
        long endNs,
        long chunks,
        List<String> attachments,
        List<String> metadata,
        String broken) {

    static LogContents of(final McapSource source) throws IOException {
        try {
            final McapIndex index = new McapIndex(source, LogFiles.LIMITS);
            if (index.findsAll()) {
                return new LogContents(
                        index.definitions(),
                        index.statistics().channelMessageCounts(),
                        index.statistics().startTime(),
                        index.statistics().endTime(),
                        index.chunks().size(),
                        index.attachments().stream()
                                .map(it -> attachment(it.name(), it.dataSize()))
                                .toList(),
                        index.metadata().stream()
                                .map(McapRecord.MetadataIndex::name)
                                .toList(),
                        null);
            }
        } catch (final McapException unended) {
            // read from its begin
        }
        return new Reading().of(source);
    }

    private static String attachment(final String name, final long bytes) {
        return name + " (" + bytes + " bytes)";
    }

    long messages() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reads a file as far as it goes. */
    private static final class Reading {
        private final Map<Integer, Long> counts = new TreeMap<>();
        private final List<String> attachments = new ArrayList<>();
        private final List<String> metadata = new ArrayList<>();
        private long startNs = -1;
        private long endNs;

        LogContents of(final McapSource source) throws IOException {
            final McapReader reader = new McapReader(source, LogFiles.LIMITS);
            String broken = null;
            try {
                for (McapRecord record = reader.next(); record != null; record = reader.next()) {
                    see(record);
                }
            } catch (final McapException damaged) {
                broken = damaged.getMessage();
            }
            return new LogContents(
                    reader.definitions(),
                    counts,
                    counts.isEmpty() ? 0 : startNs,
                    endNs,
                    reader.chunks(),
                    attachments,
                    metadata,
                    broken);
        }

        private void see(final McapRecord record) {
            switch (record) {
                case McapRecord.Message it -> {
                    counts.merge(it.channelId(), 1L, Long::sum);
                    startNs = Long.compareUnsigned(it.logTime(), startNs) < 0 ? it.logTime() : startNs;
                    endNs = Long.compareUnsigned(it.logTime(), endNs) > 0 ? it.logTime() : endNs;
                }
                case McapRecord.Attachment it -> attachments.add(attachment(it.name(), it.data().length));
                case McapRecord.Metadata it -> metadata.add(it.name());
                default -> {}
            }
        }
    }
}
