package gaitd.robot.control;

import gaitd.hal.RobotPort;
import gaitd.robot.host.ControlHost;
import gaitd.robot.host.RealTime;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.RemoteUse;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.rt.Outcome;
import gaitd.runtime.rt.ServiceNotifier;
import gaitd.runtime.rt.WatchdogFeed;
import gaitd.runtime.shared.SharedFolder;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The control process. It begins passive and moves only by commands from the shared folder; told to end, it sits the
 * robot down first. The calling thread only reports changes, to people and to the service manager: ready at the first
 * tick, alive as long as ticks go on. It allocates nothing unless something changes, since the JVM of this process
 * never collects garbage.
 */
public final class ControlProcess {
    private static final Mode[] MODES = Mode.values();
    private static final String CUT_SHORT = "a shared file was truncated while it was in use; the robot sits;"
            + " find out who writes to the shared folder, then start again";
    private static final String USED_UP =
            "the memory of this process, which is never collected, was nearly used up; the robot sits; start again";
    private static final long WATCH_NS = 20_000_000L;
    private static final long SITTING_MAX_NS = 12_000_000_000L;

    private final ServiceNotifier manager;
    private final WatchdogFeed watchdog;
    private final ControlHost host;
    private final ControlLoop loop;
    private TickRing.Reader reader;
    private final MemoryLeft memory = new MemoryLeft();
    private long lastTick;
    private long missedTicks;
    private boolean cutShort;
    private boolean usedUp;
    private final Consumer<TickFrame> changes;
    private volatile boolean stopped;
    private Mode mode = Mode.PASSIVE;
    private long fault;
    private long reaction;
    private boolean ticks;
    private boolean connected;

    /**
     * A process that has not begun.
     *
     * @param config all settings
     * @param policies the first is chosen, operators may choose others; may be none
     * @param port the robot; closed by the caller, after the run
     * @param owned the shared folder
     * @param strict whether to end before the first tick when the system refuses a real-time setting
     * @param changes takes the frame of the first state, and of each change of mode or fault
     */
    public ControlProcess(
            final Config config,
            final List<PolicyFit> policies,
            final RobotPort port,
            final SharedFolder owned,
            final boolean strict,
            final Consumer<TickFrame> changes) {
        this.changes = changes;
        manager = ServiceNotifier.ofThisProcess();
        watchdog = new WatchdogFeed(manager);
        final AdaptingPolicies made = AdaptingPolicies.of(config, policies, owned.learner());
        loop = new ControlLoop(
                config, port, owned.commands(), owned.frames(), made.policies(), made.cell(), System::nanoTime);
        if (config.get(ChoiceSetting.REMOTE) == RemoteUse.STOP) {
            loop.beSilentAtFirst();
        }
        host = new ControlHost(config, port, loop, strict);
        reader = owned.frames().newReader();
    }

    /** Damps the robot at once and goes on, passive. May be called from any thread. */
    public void stopAtOnce() {
        loop.stop();
    }

    /** Tells the process to sit the robot down and end. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Ticks until told to stop and the robot lies or is damped.
     *
     * @return whether the robot lies, without a fault
     * @throws Refusal when the control thread died, or, after sitting the robot down, a shared file was cut short or
     *     memory that is never collected was nearly used up
     */
    public boolean run() {
        host.start();
        try {
            while (!stopped && !cutShort && !usedUp) {
                watch();
            }
            manager.stopping();
            sit();
            host.endCosts(lastTick);
        } finally {
            host.close();
        }
        if (cutShort) {
            throw new Refusal(CUT_SHORT);
        }
        if (usedUp) {
            throw new Refusal(USED_UP);
        }
        return mode == Mode.PASSIVE && reaction < Reaction.STOP_WALKING.ordinal();
    }

    /**
     * Outcomes of the real-time measures.
     *
     * @return empty before the first tick
     */
    public List<Outcome> measures() {
        return host.measures();
    }

    /**
     * Adds the costs of the process and its end to a report. To be called after {@link #run}.
     *
     * @param report where to
     */
    public void report(final Report report) {
        report.put("ticks", lastTick + 1).put("missed_ticks", missedTicks);
        host.costs().report(report);
        report.put("start_to_armed_s", host.startToArmedS())
                .put("real_time", RealTime.lines(host.measures()))
                .put("fault", Fault.values()[(int) fault].name())
                .put("mode_final", mode.name());
    }

    private void sit() {
        loop.leave();
        final long startNs = System.nanoTime();
        while (mode != Mode.PASSIVE && mode != Mode.FAULT && System.nanoTime() - startNs < SITTING_MAX_NS) {
            watch();
        }
    }

    private TickFrame poll() {
        try {
            return reader.poll();
        } catch (final InternalError memoryGone) {
            return null;
        }
    }

    private void watch() {
        LockSupport.parkNanos(WATCH_NS);
        usedUp = memory.isShort();
        if (!cutShort && loop.privateRing() != null) {
            cutShort = true;
            reader = loop.privateRing().newReader();
        }
        TickFrame frame = poll();
        while (frame != null) {
            if (!ticks) {
                ticks = true;
                manager.ready();
                manager.status(
                        frame.get(TickField.COMMANDS_SENT) == 0
                                ? "silent until an operator connects"
                                : "no state from the robot yet");
            }
            lastTick = frame.get(TickField.TICK);
            missedTicks = frame.get(TickField.MISSED_TICKS);
            watchdog.update(lastTick, System.nanoTime());
            final Mode now = MODES[(int) frame.get(TickField.MODE)];
            if (now == Mode.WALK) {
                host.armed(lastTick);
            }
            final boolean first = !connected && frame.get(TickField.STATES_ACCEPTED) > 0;
            if (first || now != mode || frame.get(TickField.FAULT) != fault) {
                connected |= first;
                mode = now;
                fault = frame.get(TickField.FAULT);
                reaction = frame.get(TickField.REACTION);
                manager.status(now + (fault == 0 ? "" : ", a fault is latched"));
                changes.accept(frame);
            }
            frame = poll();
        }
        host.check();
    }
}
