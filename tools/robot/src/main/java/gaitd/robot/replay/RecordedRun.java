package gaitd.robot.replay;

import gaitd.mcap.McapException;
import gaitd.mcap.McapReader;
import gaitd.mcap.McapRecord;
import gaitd.robot.record.TickSchema;
import gaitd.robot.record.WeightsRecord;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ticks of a recording, from its first file through those that follow it, and what the loop was made of. */
public final class RecordedRun implements AutoCloseable {
    private final TickFrame frame = new TickFrame();
    private final Map<String, byte[]> attachments = new TreeMap<>();
    private Path file;
    private McapReader reader;
    private McapRecord.Message ahead;
    private final Map<Long, WeightsRecord> weights = new TreeMap<>();
    private TickLayout layout;
    private int tickChannel = -1;
    private int weightsChannel = -1;
    private String broken;

    /**
     * Opens a recording.
     *
     * @param first its first file
     * @throws ConfigException in one line when it is none
     */
    public RecordedRun(final Path first) {
        open(first);
        ahead = nextTick();
        if (ahead == null) {
            throw new ConfigException(first + ": there are no ticks in it" + (broken == null ? "" : "; " + broken));
        }
        if (!attachments.containsKey("config.toml")) {
            close();
            throw new ConfigException(
                    first + ": the settings of the loop are not in it, expected an attachment config.toml");
        }
    }

    private void open(final Path next) {
        file = next;
        tickChannel = -1;
        weightsChannel = -1;
        try {
            reader = McapReader.open(next);
        } catch (final NoSuchFileException e) {
            throw new ConfigException(next + ": there is no such file");
        } catch (final IOException e) {
            throw new ConfigException(next + ": " + e.getMessage());
        }
    }

    /**
     * Which fields of this program's ticks the recording has not, as one of another version may.
     *
     * @return none for one of this version
     */
    Set<TickField> missing() {
        return layout.missing();
    }

    /** The settings, as TOML. */
    String settings() {
        return new String(attachments.get("config.toml"), StandardCharsets.UTF_8);
    }

    /** A policy's files as a zip, from 1; null when there is none. */
    byte[] policy(final int place) {
        return attachments.get("policy-" + place + ".zip");
    }

    /**
     * What a learner had published, as far as the recording was read.
     *
     * @param generation number of the slot's contents
     * @return what was in the slot, given once; null when it was not recorded
     */
    WeightsRecord weights(final long generation) {
        final WeightsRecord found = weights.remove(generation);
        weights.keySet().removeIf(older -> older < generation);
        return found;
    }

    /**
     * Why the recording could not be read to its end.
     *
     * @return one line; null when it could
     */
    public String broken() {
        return broken;
    }

    /**
     * Takes the next tick.
     *
     * @return its frame, overwritten by the next call; null at the end
     * @throws ConfigException in one line when it is not as the file defines it
     */
    public TickFrame next() {
        if (ahead == null) {
            return null;
        }
        final byte[] bytes = ahead.data();
        if (!layout.read(bytes, frame)) {
            throw new ConfigException(file + TickLayout.REFUSAL.formatted(bytes.length));
        }
        ahead = nextTick();
        return frame;
    }

    private McapRecord.Message nextTick() {
        while (true) {
            final McapRecord record = read();
            switch (record) {
                case null -> {
                    if (broken != null || !follow()) {
                        return null;
                    }
                }
                case McapRecord.Attachment it -> attachments.putIfAbsent(it.name(), it.data());
                case McapRecord.Channel it -> {
                    tickChannel = is(it, TickSchema.NAME) && defined(it) ? it.id() : tickChannel;
                    weightsChannel = is(it, WeightsRecord.NAME) ? it.id() : weightsChannel;
                }
                case McapRecord.Message it
                when it.channelId() == tickChannel -> {
                    return it;
                }
                case McapRecord.Message it
                when it.channelId() == weightsChannel -> {
                    final WeightsRecord published = WeightsRecord.of(it.data());
                    if (published != null) {
                        weights.put(published.generation(), published);
                    }
                }
                default -> {}
            }
        }
    }

    private boolean defined(final McapRecord.Channel channel) {
        final byte[] definition =
                reader.definitions().schemas().get(channel.schemaId()).data();
        layout = TickLayout.of(new String(definition, StandardCharsets.UTF_8));
        if (layout == null) {
            broken = file + ": its definition of a tick is none";
        }
        return layout != null;
    }

    private boolean is(final McapRecord.Channel channel, final String name) {
        final McapRecord.Schema schema = reader.definitions().schemas().get(channel.schemaId());
        return schema != null && schema.name().equals(name);
    }

    private McapRecord read() {
        try {
            return reader.next();
        } catch (final McapException damaged) {
            broken = file + ": " + damaged.getMessage();
            return null;
        } catch (final IOException e) {
            broken = file + ": " + e;
            return null;
        }
    }

    /** Goes on with the next file of the recording, if there is one. */
    private boolean follow() {
        final Path next = RecordingFiles.after(file);
        if (next == null) {
            return false;
        }
        close();
        open(next);
        return true;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (final IOException e) {
            // nothing was written
        }
    }
}
