package gaitd.mcap;

import gaitd.mcap.McapRecord.Channel;
import gaitd.mcap.McapRecord.Message;
import gaitd.mcap.McapRecord.Schema;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The schemas and channels of a file by their ids. */
public final class Definitions {
    private final Map<Integer, Schema> schemas = new TreeMap<>();
    private final Map<Integer, Channel> channels = new TreeMap<>();

    Definitions() {}

    /**
     * Schemas.
     *
     * @return each by its id
     */
    public Map<Integer, Schema> schemas() {
        return Collections.unmodifiableMap(schemas);
    }

    /**
     * Channels.
     *
     * @return each by its id
     */
    public Map<Integer, Channel> channels() {
        return Collections.unmodifiableMap(channels);
    }

    /** Takes note of what a record defines, and checks that what it needs is defined. */
    void see(final McapRecord record) throws McapException {
        switch (record) {
            case Schema schema -> see(schema);
            case Channel channel -> see(channel);
            case Message message -> {
                if (!channels.containsKey(message.channelId())) {
                    throw new McapException(
                            "a message is of channel " + message.channelId() + ", which was not defined before it");
                }
            }
            default -> {}
        }
    }

    private void see(final Schema schema) throws McapException {
        final Schema known = schemas.putIfAbsent(schema.id(), schema);
        if (known != null
                && !(known.name().equals(schema.name())
                        && known.encoding().equals(schema.encoding())
                        && Arrays.equals(known.data(), schema.data()))) {
            throw new McapException("schema " + schema.id() + " is defined twice, differently");
        }
    }

    private void see(final Channel channel) throws McapException {
        if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
            throw new McapException("channel " + channel.id() + " is of schema " + channel.schemaId()
                    + ", which was not defined before it");
        }
        final Channel known = channels.putIfAbsent(channel.id(), channel);
        if (known != null && !known.equals(channel)) {
            throw new McapException("channel " + channel.id() + " is defined twice, differently");
        }
    }
}
