package gaitd.robot.process;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.LearnerText;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFollower;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * An operator in another process than control: sends commands into the shared folder and reads the robot's frames.
 *
 * <p>Used by one thread. Bound to the control process it found: when another takes its place this is refused, because
 * its robot is passive and earlier requests are void.
 */
public final class OperatorSession {
    private static final Mode[] MODES = Mode.values();
    private static final long SILENCE_NS = 2_000_000_000L;
    private static final long VERDICT_NS = 2_000_000_000L;

    private final Path folder;
    private final Consumer<TickFrame> frames;
    private final SharedFollower follower;
    private final Operator operator;
    private final long attachments;
    private TickFrame newest;
    private long newestNs;
    private long watchedNs;

    /**
     * Joins a control process.
     *
     * @param folder the shared folder
     * @throws gaitd.runtime.shared.SharedException when there is none, or one of another version
     */
    public OperatorSession(final Path folder) {
        this(folder, frame -> {});
    }

    /**
     * Joins a control process.
     *
     * @param folder the shared folder
     * @param frames takes every frame
     * @throws gaitd.runtime.shared.SharedException when there is none, or one of another version
     */
    public OperatorSession(final Path folder, final Consumer<TickFrame> frames) {
        this.folder = folder;
        this.frames = frames;
        final long id = ProcessHandle.current().pid() << 32 ^ System.nanoTime();
        operator = new Operator(SharedClient.commands(folder), id, System::nanoTime);
        follower = new SharedFollower(folder, System::nanoTime);
        attachments = follower.attachments();
        newestNs = System.nanoTime();
        watchedNs = newestNs;
    }

    /**
     * Takes the frames that have come.
     *
     * @return the newest frame, null before the first
     * @throws Refusal when the control process is silent, or another took its place
     */
    public TickFrame watch() {
        final long nowNs = System.nanoTime();
        if (nowNs - watchedNs > SILENCE_NS / 2) {
            // Who did not look, as in a process that was paused, cannot tell that another is silent.
            newestNs = nowNs;
        }
        watchedNs = nowNs;
        drain();
        final boolean silent = nowNs - newestNs > SILENCE_NS;
        if (silent) {
            follower.look();
        }
        if (follower.attachments() != attachments) {
            throw new Refusal("the control process on " + folder
                    + " was started again; its robot is passive, send the command again");
        }
        if (silent) {
            final boolean alive = ProcessHandle.of(follower.ownerPid())
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            throw new Refusal("the control process on " + folder + " (" + follower.ownerPid() + ") publishes nothing; "
                    + (alive
                            ? "it is still there and may still hold the robot: stop it with 'gaitd stop', end it, and only then start another"
                            : "it ended, start it again"));
        }
        return newest;
    }

    private void drain() {
        TickFrame frame = follower.poll();
        while (frame != null) {
            newest = frame;
            frames.accept(frame);
            newestNs = frame.get(TickField.SCHEDULED_NS);
            frame = follower.poll();
        }
    }

    /**
     * What a learner is at.
     *
     * @return in words, empty when there is none
     */
    public String learner() {
        return LearnerText.state(follower.counters(), System.nanoTime());
    }

    /**
     * Frames that were overwritten before this session read them.
     *
     * @return how many so far
     */
    public long lostFrames() {
        return follower.lostFrames();
    }

    /**
     * Mode of the robot.
     *
     * @return its mode in the newest frame, passive before the first
     */
    public Mode mode() {
        return newest == null ? Mode.PASSIVE : MODES[(int) newest.get(TickField.MODE)];
    }

    /** Stops the robot at once. May be called from any thread. */
    public void stop() {
        operator.stop();
    }

    /**
     * Whether the control process has had a state from its robot.
     *
     * @return false before the first frame
     */
    public boolean hearsTheRobot() {
        return newest != null && newest.get(TickField.STATES_ACCEPTED) > 0;
    }

    /** Notes that the person did something. */
    public void act() {
        operator.act();
    }

    /** Lets velocities last without a person. */
    public void hold() {
        operator.hold();
    }

    /**
     * Whether the robot was made to stand because no person acted for too long.
     *
     * @return true until this or another operator's person acts
     */
    public boolean idle() {
        return newest != null && newest.get(TickField.OPERATOR_STATE) == OperatorState.IDLE.ordinal();
    }

    /**
     * How often the robot was stopped by a person so far.
     *
     * @return count of the control process, 0 before the first frame
     */
    public long stops() {
        return newest == null ? 0 : newest.get(TickField.STOPS);
    }

    /**
     * Sends a command without waiting.
     *
     * @param request what is asked for
     * @param gait the gait to use, or null to keep it
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @return its ticket, 0 when the ring was full
     */
    public long send(
            final OperatorRequest request, final Gait gait, final double vx, final double vy, final double yawRate) {
        return operator.offer(request, gait, vx, vy, yawRate);
    }

    /**
     * Verdict on a command.
     *
     * @param ticket as {@link #send} gave it
     * @return the verdict, or null when there is none yet
     */
    public Verdict verdict(final long ticket) {
        return operator.verdict(ticket);
    }

    /**
     * Sends a command and waits for its verdict; one that came too late on a busy machine is sent again.
     *
     * @param request what is asked for
     * @param gait the gait to use, or null to keep it
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @return the verdict
     * @throws Refusal when there was no verdict in time
     */
    public Verdict ask(
            final OperatorRequest request, final Gait gait, final double vx, final double vy, final double yawRate) {
        final long startNs = System.nanoTime();
        long ticket = send(request, gait, vx, vy, yawRate);
        while (System.nanoTime() - startNs < VERDICT_NS) {
            watch();
            final Verdict verdict = ticket == 0 ? Verdict.STALE : operator.verdict(ticket);
            if (verdict == Verdict.STALE) {
                ticket = send(request, gait, vx, vy, yawRate);
            } else if (verdict != null) {
                return verdict;
            }
            Pauses.brief();
        }
        throw new Refusal("the control process on " + folder + " (" + follower.ownerPid()
                + ") takes no commands; it ended, hangs, or is flooded with commands by another operator");
    }
}
