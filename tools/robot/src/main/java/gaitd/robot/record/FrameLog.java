package gaitd.robot.record;

import gaitd.runtime.config.Version;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes frames into segments, and what Foxglove shows beside them. A loop that begins again, seen by its numbers, begins a
 * recording of its own. Never throws: what cannot be written ends the recording with one line. Belongs to one thread.
 */
public final class FrameLog implements AutoCloseable {
    private static final long CHUNK_NS = 1_000_000_000L;
    /** Most that is asked to be free before a chunk. */
    private static final long CHUNK_ROOM = 4 << 20;

    private final RecordPlan plan;
    private final Supplier<LogFacts> facts;
    private final LongSupplier clockNs;
    private final Consumer<String> say;
    private final SegmentStore store;
    private final LearnerTap learner;
    private final List<Path> written = new ArrayList<>();
    private LogFacts now;
    private FrameMessages messages;
    private LogSegment segment;
    private String session;
    private int number;
    private long lastTick = -1;
    private long segmentFromNs;
    private long chunkFromNs;
    private long frames;
    private long lost;
    private long unrecorded;
    private boolean skipping;
    private boolean ended;
    private String cause = "";
    private long closedBytes;
    private volatile RecordProgress progress = new RecordProgress(0, 0, 0, 0);

    /**
     * A log that writes its first file with the first frame.
     *
     * @param plan where to and how much; the folder is there
     * @param facts what the loop is made of, asked for when it begins
     * @param learner what passes between the loop and a learner
     * @param clockNs the loop's clock
     * @param say takes a line for people
     */
    public FrameLog(
            final RecordPlan plan,
            final Supplier<LogFacts> facts,
            final LearnerTap learner,
            final LongSupplier clockNs,
            final Consumer<String> say) {
        this.plan = plan;
        this.facts = facts;
        this.learner = learner;
        this.clockNs = clockNs;
        this.say = say;
        store = new SegmentStore(plan, say);
    }

    /**
     * Takes the next frame.
     *
     * @param frame not kept
     */
    public void take(final TickFrame frame) {
        if (ended) {
            unrecorded++;
            tellProgress();
            return;
        }
        if (skips(frame)) {
            return;
        }
        try {
            record(frame);
            frames++;
        } catch (final IOException e) {
            end("recording ended: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /** Whether the frame is of a simulated robot that is not to be recorded. */
    private boolean skips(final TickFrame frame) {
        final long tick = frame.get(TickField.TICK);
        if (now == null || tick <= lastTick) {
            now = facts.get();
            skipping = now.simulated() && !plan.simulatedToo();
            session = null;
            if (skipping) {
                say.accept("the robot is a simulated one and is not recorded; --record DIR records it");
            }
        }
        if (skipping) {
            lastTick = tick;
        }
        return skipping;
    }

    private void record(final TickFrame frame) throws IOException {
        final long tick = frame.get(TickField.TICK);
        final long loopNs = FrameMessages.loopNs(frame);
        if (session == null) {
            beginSession(frame);
        } else if (tick > lastTick + 1) {
            lost += tick - lastTick - 1;
            if (segment != null) {
                messages.lost(frame, tick - lastTick - 1, segment::put);
            }
        }
        if (segment == null || loopNs - segmentFromNs >= plan.segmentNs() || segment.bytes() >= plan.segmentBytes()) {
            beginSegment(tick, loopNs);
        } else if (loopNs - chunkFromNs >= CHUNK_NS) {
            segment.endChunk();
            requireRoom();
            chunkFromNs = loopNs;
            tellProgress();
        }
        final long timeNs = messages.timeNs(frame);
        // Before the tick that took them, so that a replay has them in time.
        for (WeightsRecord it = learner.weights(); it != null; it = learner.weights()) {
            segment.put(LogChannel.WEIGHTS, timeNs, it.bytes());
        }
        messages.of(frame, segment::put);
        for (ExperienceFrame it = learner.step(); it != null; it = learner.step()) {
            segment.experience(timeNs, it);
        }
        lastTick = tick;
    }

    private void beginSession(final TickFrame first) throws IOException {
        closeSegment();
        learner.begin();
        final Instant wall = Instant.now();
        messages = new FrameMessages(first, wall, clockNs);
        Files.createDirectories(plan.folder());
        session = store.session(wall);
        number = 0;
    }

    private void beginSegment(final long tick, final long loopNs) throws IOException {
        closeSegment();
        requireRoom();
        number++;
        final Map<String, String> place = new LinkedHashMap<>();
        place.put("version", Version.TEXT);
        place.put("robot", now.robot());
        place.put("session", session);
        place.put("segment", Integer.toString(number));
        place.put("first_tick", Long.toString(tick));
        place.put("layout", Long.toString(TickFrame.VERSION));
        place.put("wall_minus_loop_ns", Long.toString(messages.offsetNs()));
        place.put("java", Runtime.version().toString());
        place.put("processor", System.getProperty("os.arch"));
        final Path path = store.next(session, number);
        segment = new LogSegment(path, store, now, place, loopNs + messages.offsetNs());
        written.add(path);
        segmentFromNs = loopNs;
        chunkFromNs = loopNs;
    }

    private void requireRoom() throws IOException {
        if (!store.makeRoom(CHUNK_ROOM)) {
            throw new IOException("the disk of " + plan.folder() + " is full, or all " + (plan.totalBytes() >> 20)
                    + " MB that recordings may have are used, and nothing may be deleted");
        }
    }

    private void closeSegment() throws IOException {
        if (segment != null) {
            final LogSegment done = segment;
            segment = null;
            done.close();
            closedBytes += done.bytes();
        }
    }

    private void end(final String why) {
        ended = true;
        try {
            closeSegment();
        } catch (final IOException e) {
            say.accept("recording: " + written.getLast() + " has no end; gaitd log repair makes one");
        }
        if (why != null) {
            unrecorded++;
            cause = why;
            say.accept(why);
        }
    }

    private void tellProgress() {
        progress = new RecordProgress(closedBytes + (segment == null ? 0 : segment.bytes()), frames, lost, unrecorded);
    }

    /**
     * What is recorded so far; may be asked for by any thread.
     *
     * @return at most a second old
     */
    RecordProgress progress() {
        return progress;
    }

    /**
     * What was recorded, in words.
     *
     * @return one line, or empty when nothing was
     */
    public String summary() {
        if (written.isEmpty()) {
            return cause;
        }
        return "recorded " + frames + " frames into " + written.getLast()
                + (written.size() > 1 ? " and " + (written.size() - 1) + " before it" : "")
                + (lost > 0 ? ", lost " + lost : "")
                + (unrecorded > 0 ? "; " + cause + ", " + unrecorded + " frames are missing" : "");
    }

    /**
     * The files.
     *
     * @return in their order
     */
    public List<Path> files() {
        return List.copyOf(written);
    }

    @Override
    public void close() {
        if (!ended) {
            end(null);
        }
    }
}
