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
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long CHUNK_NS = NS_PER_S;
    private static final long SCENE_NS = NS_PER_S / 25;
    /** Most that is asked to be free before a chunk. */
    private static final long CHUNK_ROOM = 4 << 20;

    private final RecordPlan plan;
    private final Supplier<LogFacts> facts;
    private final LongSupplier clockNs;
    private final Consumer<String> say;
    private final SegmentStore store;
    private final LearnerTap learner;
    private final FoxgloveJson json = new FoxgloveJson();
    private final List<Path> written = new ArrayList<>();
    private LogFacts now;
    private LogEvents events;
    private LogSegment segment;
    private String session;
    private int number;
    private long lastTick = -1;
    private long offsetNs;
    private long segmentFromNs;
    private long chunkFromNs;
    private long sceneNs;
    private long frames;
    private long lost;
    private long unrecorded;
    private boolean skipping;
    private boolean ended;
    private String cause = "";

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
        final long timeNs = frame.get(TickField.SCHEDULED_NS) + frame.get(TickField.WAKEUP_LATENESS_NS);
        if (session == null) {
            beginSession(timeNs);
        } else if (tick > lastTick + 1) {
            lost += tick - lastTick - 1;
            event(timeNs, (tick - lastTick - 1) + " frames lost before tick " + tick, LogEvents.WARNING);
        }
        if (segment == null || timeNs - segmentFromNs >= plan.segmentNs() || segment.bytes() >= plan.segmentBytes()) {
            beginSegment(tick, timeNs);
        } else if (timeNs - chunkFromNs >= CHUNK_NS) {
            segment.endChunk();
            requireRoom();
            chunkFromNs = timeNs;
        }
        // Before the tick that took them, so that a replay has them in time.
        for (WeightsRecord it = learner.weights(); it != null; it = learner.weights()) {
            segment.put(LogSegment.WEIGHTS, timeNs + offsetNs, it.bytes());
        }
        segment.tick(timeNs + offsetNs, frame);
        for (ExperienceFrame it = learner.step(); it != null; it = learner.step()) {
            segment.experience(timeNs + offsetNs, it);
        }
        for (final LogEvents.Event it : events.of(frame)) {
            event(timeNs, it.line(), it.level());
        }
        if (timeNs - sceneNs >= SCENE_NS) {
            sceneNs = timeNs - Math.floorMod(timeNs, SCENE_NS);
            segment.put(LogSegment.TRANSFORMS, timeNs + offsetNs, json.transforms(frame, timeNs + offsetNs));
            segment.put(LogSegment.POSE, timeNs + offsetNs, json.pose(frame, timeNs + offsetNs));
        }
        lastTick = tick;
    }

    private void event(final long timeNs, final String line, final int level) throws IOException {
        if (segment != null) {
            segment.put(LogSegment.LOG, timeNs + offsetNs, json.log(timeNs + offsetNs, level, line));
        }
    }

    private void beginSession(final long timeNs) throws IOException {
        closeSegment();
        learner.begin();
        final Instant wall = Instant.now();
        offsetNs = wall.getEpochSecond() * NS_PER_S + wall.getNano() - clockNs.getAsLong();
        Files.createDirectories(plan.folder());
        session = store.session(wall);
        number = 0;
        events = new LogEvents();
        sceneNs = timeNs - SCENE_NS;
    }

    private void beginSegment(final long tick, final long timeNs) throws IOException {
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
        place.put("wall_minus_loop_ns", Long.toString(offsetNs));
        place.put("java", Runtime.version().toString());
        place.put("processor", System.getProperty("os.arch"));
        final Path path = store.next(session, number);
        segment = new LogSegment(path, store, now, place, timeNs + offsetNs);
        written.add(path);
        segmentFromNs = timeNs;
        chunkFromNs = timeNs;
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
