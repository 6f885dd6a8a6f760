package gaitd.mcap;

import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.ChunkIndex;
import gaitd.mcap.McapRecord.Message;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The messages that a query wants, in the order of their log times, by the summary: chunks without any of them are not
 * read. For files whose summary {@link McapIndex#findsAll finds all}.
 */
public final class McapMessages {
    private static final Comparator<Message> BY_TIME = (a, b) -> Long.compareUnsigned(a.logTime(), b.logTime());

    private final McapIndex index;
    private final McapQuery query;
    private final McapLimits limits;
    private final Deque<ChunkIndex> closed;
    private final PriorityQueue<Opened> open =
            new PriorityQueue<>(Comparator.<Opened, Message>comparing(it -> it.messages.peekFirst(), BY_TIME)
                    .thenComparing(it -> it.place, Long::compareUnsigned));
    private long openBytes;

    /**
     * A query's answer, from its first message.
     *
     * @param index of the file
     * @param query what is wanted
     * @param limits what the file may ask for
     * @throws McapException when the summary does not find all messages
     */
    public McapMessages(final McapIndex index, final McapQuery query, final McapLimits limits) throws McapException {
        if (!index.findsAll()) {
            throw new McapException("the summary does not say where all messages are; read the file from its begin");
        }
        this.index = index;
        this.query = query;
        this.limits = limits;
        final List<ChunkIndex> wanted = new ArrayList<>();
        for (final ChunkIndex chunk : index.chunks()) {
            if (query.overlaps(chunk.startTime(), chunk.endTime()) && hasWanted(chunk)) {
                wanted.add(chunk);
            }
        }
        wanted.sort(Comparator.comparing(ChunkIndex::startTime, Long::compareUnsigned)
                .thenComparing(ChunkIndex::chunkStart, Long::compareUnsigned));
        closed = new ArrayDeque<>(wanted);
    }

    private boolean hasWanted(final ChunkIndex chunk) {
        if (chunk.messageIndexOffsets().isEmpty() || query.topics().isEmpty()) {
            return true;
        }
        return chunk.messageIndexOffsets().keySet().stream()
                .map(index.definitions().channels()::get)
                .anyMatch(channel -> channel == null || query.wants(channel));
    }

    /**
     * Takes the next message.
     *
     * @return the message, or null at the end
     * @throws IOException when a chunk is damaged, or too many overlap
     */
    public Message next() throws IOException {
        while (!closed.isEmpty() && (open.isEmpty() || isDue(closed.peekFirst()))) {
            openChunk(closed.removeFirst());
        }
        final Opened first = open.poll();
        if (first == null) {
            return null;
        }
        final Message message = first.messages.removeFirst();
        if (first.messages.isEmpty()) {
            openBytes -= first.bytes;
        } else {
            open.add(first);
        }
        return message;
    }

    private boolean isDue(final ChunkIndex chunk) {
        return Long.compareUnsigned(
                        chunk.startTime(), open.element().messages.element().logTime())
                <= 0;
    }

    private void openChunk(final ChunkIndex chunk) throws IOException {
        if (openBytes + Math.max(0, chunk.uncompressedSize()) > limits.openBytes()) {
            throw new McapException("too many chunks overlap in time at byte " + chunk.chunkStart() + ": more than "
                    + limits.openBytes() + " bytes would be open; read the file from its begin");
        }
        final ChunkContents contents = index.open(chunk);
        final List<Message> messages = new ArrayList<>();
        for (McapRecord record = contents.next(); record != null; record = contents.next()) {
            if (record instanceof final Message message) {
                final Channel channel = index.definitions().channels().get(message.channelId());
                if (channel == null || !TimeSpan.holds(chunk.startTime(), chunk.endTime(), message.logTime())) {
                    throw new McapException("a message in the chunk at byte " + chunk.chunkStart()
                            + " is of a channel or time that the summary does not know");
                }
                if (query.wants(channel) && query.wants(message.logTime())) {
                    messages.add(message);
                }
            }
        }
        if (!messages.isEmpty()) {
            messages.sort(BY_TIME);
            open.add(new Opened(new ArrayDeque<>(messages), chunk.chunkStart(), contents.size()));
            openBytes += contents.size();
        }
    }

    private record Opened(Deque<Message> messages, long place, long bytes) {}
}
