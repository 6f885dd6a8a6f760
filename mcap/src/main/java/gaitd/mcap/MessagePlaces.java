package gaitd.mcap;

import gaitd.mcap.McapRecord.MessageIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the messages of a chunk are, and their times. */
final class MessagePlaces {
    private final Map<Integer, List<MessageIndex.Entry>> places = new LinkedHashMap<>();
    private final TimeSpan span = new TimeSpan();

    void add(final int channel, final long logTime, final long offset) {
        places.computeIfAbsent(channel, any -> new ArrayList<>()).add(new MessageIndex.Entry(logTime, offset));
        span.add(logTime);
    }

    TimeSpan span() {
        return span;
    }

    /** How many messages each channel has. */
    Map<Integer, Integer> counts() {
        final Map<Integer, Integer> counts = new LinkedHashMap<>();
        places.forEach((channel, entries) -> counts.put(channel, entries.size()));
        return counts;
    }

    /** One index for each channel, in the order of the chunk. */
    List<MessageIndex> indexes() {
        final List<MessageIndex> indexes = new ArrayList<>();
        places.forEach((channel, entries) -> indexes.add(new MessageIndex(channel, List.copyOf(entries))));
        return indexes;
    }

    void clear() {
        places.clear();
        span.clear();
    }
}
