package gaitd.mcap;

import gaitd.mcap.McapRecord.AttachmentIndex;
import gaitd.mcap.McapRecord.ChunkIndex;
import gaitd.mcap.McapRecord.MetadataIndex;
import gaitd.mcap.McapRecord.Statistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a writer has written so far, for the summary. */
final class SummaryRecords {
    private final List<ChunkIndex> chunks = new ArrayList<>();
    private final List<AttachmentIndex> attachments = new ArrayList<>();
    private final List<MetadataIndex> metadata = new ArrayList<>();
    private final Map<Integer, Long> counts = new TreeMap<>();
    private final TimeSpan span = new TimeSpan();
    private long messages;

    void message(final int channel, final long logTime) {
        counts.merge(channel, 1L, Long::sum);
        span.add(logTime);
        messages++;
    }

    long messages() {
        return messages;
    }

    void chunk(final ChunkIndex index, final MessagePlaces places) {
        chunks.add(index);
        places.counts().forEach((channel, count) -> {
            counts.merge(channel, (long) count, Long::sum);
            messages += count;
        });
        span.add(places.span());
    }

    /** Takes note of an attachment or metadata by its index. */
    void index(final McapRecord index) {
        if (index instanceof final AttachmentIndex it) {
            attachments.add(it);
        } else if (index instanceof final MetadataIndex it) {
            metadata.add(it);
        }
    }

    /** The summary's groups of records, those that the options want. */
    List<Collection<? extends McapRecord>> groups(final McapOptions options, final Definitions definitions) {
        final List<Collection<? extends McapRecord>> groups = new ArrayList<>();
        add(
                groups,
                options.has(McapFeature.REPEATED_SCHEMAS),
                definitions.schemas().values());
        add(
                groups,
                options.has(McapFeature.REPEATED_CHANNELS),
                definitions.channels().values());
        add(groups, options.has(McapFeature.STATISTICS), List.of(statistics(definitions)));
        add(groups, options.has(McapFeature.METADATA_INDEX), metadata);
        add(groups, options.has(McapFeature.ATTACHMENT_INDEX), attachments);
        add(groups, options.has(McapFeature.CHUNK_INDEX), chunks);
        return groups;
    }

    private static void add(
            final List<Collection<? extends McapRecord>> groups,
            final boolean wanted,
            final Collection<? extends McapRecord> group) {
        if (wanted && !group.isEmpty()) {
            groups.add(group);
        }
    }

    /** Counts of everything. */
    Statistics statistics(final Definitions definitions) {
        return new Statistics(
                messages,
                definitions.schemas().size(),
                definitions.channels().size(),
                attachments.size(),
                metadata.size(),
                chunks.size(),
                span.start(),
                span.end(),
                counts);
    }
}
