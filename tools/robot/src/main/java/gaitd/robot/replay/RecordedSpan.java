package gaitd.robot.replay;

import gaitd.mcap.McapIndex;
import gaitd.mcap.McapLimits;
import gaitd.mcap.McapMessages;
import gaitd.mcap.McapQuery;
import gaitd.mcap.McapRecord;
import gaitd.mcap.McapSource;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.robot.view.Timeline;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ticks of a recording from any time on, found by the summaries of its files. Belongs to one thread. */
final class RecordedSpan implements AutoCloseable {
    private static final String TICKS = "/tick";
    private static final String LOG = "/log";
    private static final double NS_PER_S = 1e9;
    private static final int MARKS_MAX = 2000;

    private final List<Part> parts = new ArrayList<>();
    private final TickFrame frame = new TickFrame();
    private final String settings;
    private int reading;
    private McapMessages messages;
    private McapRecord.Message ahead;

    /** A file. */
    private record Part(Path file, McapSource source, McapIndex index, TickLayout layout) {
        long startNs() {
            return index.statistics().startTime();
        }

        long endNs() {
            return index.statistics().endTime();
        }
    }

    /**
     * Opens a recording.
     *
     * @param first its first file
     * @throws ConfigException in one line when it is none, or one of its files has no end
     */
    RecordedSpan(final Path first) {
        try {
            for (Path file = first; file != null; file = RecordingFiles.after(file)) {
                parts.add(open(file));
            }
            settings = settings(parts.getFirst());
            seek(0);
            if (ahead == null) {
                throw new ConfigException(first + ": there are no ticks in it");
            }
        } catch (final ConfigException refused) {
            close();
            throw refused;
        }
    }

    private static Part open(final Path file) {
        try {
            final McapSource source = McapSource.of(file);
            try {
                final McapIndex index = new McapIndex(source, McapLimits.USUAL);
                final Part part = new Part(file, source, index, TickLayout.in(index.definitions()));
                new McapMessages(part.index, McapQuery.ALL, McapLimits.USUAL);
                return part;
            } catch (final IOException broken) {
                source.close();
                throw new ConfigException(
                        file + ": " + broken.getMessage() + "; make an end for it with gaitd log repair " + file);
            }
        } catch (final NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file");
        } catch (final IOException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }

    private static String settings(final Part part) {
        try {
            for (final McapRecord.AttachmentIndex it : part.index.attachments()) {
                if (it.name().equals("config.toml")) {
                    return new String(part.index.attachment(it).data(), StandardCharsets.UTF_8);
                }
            }
            return null;
        } catch (final IOException e) {
            throw new ConfigException(part.file + ": " + e.getMessage());
        }
    }

    /** The settings of the loop as TOML; null where they are not in it. */
    String settings() {
        return settings;
    }

    /** How long it is, s. */
    double lengthS() {
        return (parts.getLast().endNs() - parts.getFirst().startNs()) / NS_PER_S;
    }

    /** What happened in it, but for velocities, of which there are too many. */
    List<Timeline.Mark> marks() {
        final List<Timeline.Mark> marks = new ArrayList<>();
        for (final Part part : parts) {
            try {
                final McapMessages log =
                        new McapMessages(part.index, new McapQuery(0, -1, Set.of(LOG)), McapLimits.USUAL);
                for (McapRecord.Message it = log.next(); it != null && marks.size() < MARKS_MAX; it = log.next()) {
                    mark(it, marks);
                }
            } catch (final IOException e) {
                throw new ConfigException(part.file + ": " + e.getMessage());
            }
        }
        return marks;
    }

    private void mark(final McapRecord.Message it, final List<Timeline.Mark> marks) throws FormatException {
        final JsonFields fields = new JsonFields(LOG, JsonReader.parse(new String(it.data(), StandardCharsets.UTF_8)));
        final String text = fields.text("message");
        if (!text.startsWith("velocity ")) {
            marks.add(new Timeline.Mark(secondsOf(it.logTime()), fields.integer("level", 0, 5), text));
        }
    }

    private double secondsOf(final long logTime) {
        return (logTime - parts.getFirst().startNs()) / NS_PER_S;
    }

    /**
     * Goes on from a time.
     *
     * @param atS s after the begin
     */
    void seek(final double atS) {
        final long wanted = parts.getFirst().startNs() + Math.round(atS * NS_PER_S);
        reading = 0;
        while (reading < parts.size() - 1 && parts.get(reading + 1).startNs() <= wanted) {
            reading++;
        }
        begin(wanted);
        advance();
    }

    private void begin(final long fromNs) {
        final Part part = parts.get(reading);
        try {
            messages = new McapMessages(part.index, new McapQuery(fromNs, -1, Set.of(TICKS)), McapLimits.USUAL);
        } catch (final IOException e) {
            throw new ConfigException(part.file + ": " + e.getMessage());
        }
    }

    private void advance() {
        try {
            ahead = messages.next();
            while (ahead == null && reading < parts.size() - 1) {
                reading++;
                begin(0);
                ahead = messages.next();
            }
        } catch (final IOException e) {
            throw new ConfigException(parts.get(reading).file + ": " + e.getMessage());
        }
    }

    /**
     * Takes the next tick, if it is not after a time.
     *
     * @param untilS s after the begin
     * @return its frame, overwritten by the next; null when there is none up to then
     * @throws ConfigException in one line when it is not as the file defines it, or the file is damaged
     */
    TickFrame next(final double untilS) {
        if (ahead == null || secondsOf(ahead.logTime()) > untilS) {
            return null;
        }
        final byte[] bytes = ahead.data();
        final Part part = parts.get(reading);
        if (part.layout == null || !part.layout.read(bytes, frame)) {
            throw new ConfigException(part.file + TickLayout.REFUSAL.formatted(bytes.length));
        }
        advance();
        return frame;
    }

    @Override
    public void close() {
        for (final Part part : parts) {
            try {
                part.source.close();
            } catch (final IOException e) {
                // nothing was written
            }
        }
    }
}
