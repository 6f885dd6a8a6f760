package gaitd.mcap;

import gaitd.mcap.McapRecord.Channel;
import java.util.Set;

/**
 * Which messages are wanted.
 *
 * @param start first log time, ns
 * @param end last log time, ns
 * @param topics of these channels; empty for all
 */
public record McapQuery(long start, long end, Set<String> topics) {
    /** All messages. */
    public static final McapQuery ALL = new McapQuery(0, -1, Set.of());

    boolean wants(final Channel channel) {
        return topics.isEmpty() || topics.contains(channel.topic());
    }

    boolean wants(final long logTime) {
        return TimeSpan.holds(start, end, logTime);
    }

    boolean overlaps(final long first, final long last) {
        return Long.compareUnsigned(last, start) >= 0 && Long.compareUnsigned(first, end) <= 0;
    }
}
