package gaitd.mcap;

import gaitd.mcap.McapRecord.Attachment;
import gaitd.mcap.McapRecord.AttachmentIndex;
import gaitd.mcap.McapRecord.Chunk;
import gaitd.mcap.McapRecord.ChunkIndex;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.MessageIndex;
import gaitd.mcap.McapRecord.Metadata;
import gaitd.mcap.McapRecord.MetadataIndex;
import gaitd.mcap.McapRecord.Statistics;
import gaitd.mcap.McapRecord.SummaryOffset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file whole and holds every index and count in it against what is there. */
public final class McapCheck {
    private static final int MOST_FINDINGS = 20;

    private final McapScanner scanner;
    private final McapLimits limits;
    private final Definitions definitions = new Definitions();
    private final SummaryRecords found = new SummaryRecords();
    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, long[]> groups = new HashMap<>();
    private final Set<McapRecord> expectedIndexes = new HashSet<>();
    private Map<Integer, List<MessageIndex.Entry>> chunkIndexes = Map.of();
    private Chunk chunk;
    private long chunkStart;
    private long chunkLength;
    private long indexLength;
    private Map<Integer, Long> indexOffsets = new HashMap<>();
    private MessagePlaces places = new MessagePlaces();
    private boolean ended;

    private McapCheck(final McapSource source, final McapLimits limits) throws IOException {
        scanner = new McapScanner(source, limits);
        this.limits = limits;
    }

    /**
     * What is wrong with a file.
     *
     * @param source the file; stays open
     * @param limits what it may ask for
     * @return one line for each finding, the first 20; empty for a file in order
     * @throws IOException when the disk fails
     */
    public static List<String> of(final McapSource source, final McapLimits limits) throws IOException {
        final McapCheck check;
        try {
            check = new McapCheck(source, limits);
        } catch (final McapException refused) {
            return List.of(refused.getMessage());
        }
        check.run();
        return Collections.unmodifiableList(check.findings);
    }

    private void run() throws IOException {
        try {
            for (McapRecord record = scanner.next(); record != null; record = scanner.next()) {
                see(record);
            }
        } catch (final McapException damaged) {
            find(damaged.getMessage());
        }
    }

    private void find(final String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private void see(final McapRecord record) throws IOException {
        final long start = scanner.position();
        final long length = scanner.nextPosition() - start;
        if (!(record instanceof MessageIndex)) {
            endChunk();
        }
        if (ended) {
            final long[] group = groups.computeIfAbsent(record.opcode(), any -> new long[] {start, 0});
            group[1] = scanner.nextPosition() - group[0];
        }
        switch (record) {
            case Chunk it -> open(it, start, length);
            case MessageIndex it -> index(it, start, length);
            case Message it -> {
                define(it);
                found.message(it.channelId(), it.logTime());
            }
            case Attachment it ->
                expect(new AttachmentIndex(
                        start, length, it.logTime(), it.createTime(), it.data().length, it.name(), it.mediaType()));
            case Metadata it -> expect(new MetadataIndex(start, length, it.name()));
            case McapRecord.DataEnd it -> ended = true;
            case ChunkIndex it -> compare(it);
            case AttachmentIndex it -> compare(it);
            case MetadataIndex it -> compare(it);
            case Statistics it -> compare(it);
            case SummaryOffset it -> compare(it);
            default -> define(record);
        }
    }

    private void expect(final McapRecord index) {
        expectedIndexes.add(index);
        found.index(index);
    }

    private void define(final McapRecord record) {
        try {
            definitions.see(record);
        } catch (final McapException wrong) {
            find("at byte " + scanner.position() + ": " + wrong.getMessage());
        }
    }

    private void open(final Chunk it, final long start, final long length) {
        chunk = it;
        chunkStart = start;
        chunkLength = length;
        indexLength = 0;
        indexOffsets = new HashMap<>();
        places = new MessagePlaces();
        try {
            final ChunkContents contents = ChunkContents.of(it, limits);
            for (McapRecord record = contents.next(); record != null; record = contents.next()) {
                define(record);
                if (record instanceof final Message message) {
                    places.add(message.channelId(), message.logTime(), contents.position());
                }
            }
        } catch (final McapException damaged) {
            find("at byte " + start + ": " + damaged.getMessage());
        }
        if (places.span().start() != it.startTime() || places.span().end() != it.endTime()) {
            find("the chunk at byte " + start + " is of other times than it says");
        }
        chunkIndexes = new HashMap<>();
        for (final MessageIndex index : places.indexes()) {
            chunkIndexes.put(index.channelId(), index.entries());
        }
    }

    private void index(final MessageIndex it, final long start, final long length) {
        final List<MessageIndex.Entry> expected = chunkIndexes.getOrDefault(it.channelId(), List.of());
        if (chunk == null
                || it.entries().size() != expected.size()
                || !new HashSet<>(it.entries()).equals(new HashSet<>(expected))) {
            find("the MessageIndex at byte " + start + " does not fit the chunk before it");
        }
        indexOffsets.put(it.channelId(), start);
        indexLength += length;
    }

    private void endChunk() {
        if (chunk == null) {
            return;
        }
        if (!indexOffsets.isEmpty() && !indexOffsets.keySet().containsAll(chunkIndexes.keySet())) {
            find("the chunk at byte " + chunkStart + " has a MessageIndex for some of its channels only");
        }
        final ChunkIndex index = new ChunkIndex(
                chunk.startTime(),
                chunk.endTime(),
                chunkStart,
                chunkLength,
                indexOffsets,
                indexLength,
                chunk.compression(),
                chunk.records().length,
                chunk.uncompressedSize());
        expectedIndexes.add(index);
        found.chunk(index, places);
        chunk = null;
    }

    private void compare(final McapRecord index) {
        if (!expectedIndexes.contains(index)) {
            find("the " + McapOpcode.name(index.opcode()) + " at byte " + scanner.position()
                    + " does not fit the data");
        }
    }

    private void compare(final Statistics said) {
        if (!said.equals(found.statistics(definitions))) {
            find("the Statistics at byte " + scanner.position() + " say " + said + ", but the file has "
                    + found.statistics(definitions));
        }
    }

    private void compare(final SummaryOffset said) {
        final long[] group = groups.get(said.groupOpcode());
        if (group == null || group[0] != said.groupStart() || group[1] != said.groupLength()) {
            find("the SummaryOffset at byte " + scanner.position() + " does not fit the summary");
        }
    }
}
