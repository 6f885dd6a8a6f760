package gaitd.tools.process;

import gaitd.hal.RobotPort;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.LoopThread;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.shared.SharedHome;
import gaitd.tools.run.Refusal;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The process that ticks. Begins passive and moves only by commands from the shared folder; told to go, it sits the robot down
 * first. The calling thread does nothing but tell of changes.
 */
public final class ControlProcess {
    private static final Mode[] MODES = Mode.values();
    private static final String CUT_SHORT =
            "a shared file was cut short by somebody while it was in use, the robot damps;"
                    + " find out who writes to the shared folder, then start again";
    private static final long WATCH_NS = 20_000_000L;
    private static final long ASK_NS = 250_000_000L;
    private static final long SITTING_MAX_NS = 12_000_000_000L;

    private final LoopThread thread;
    private final TickRing.Reader reader;
    private final Operator self;
    private final Consumer<TickFrame> changes;
    private volatile boolean stopped;
    private Mode mode = Mode.PASSIVE;
    private long fault;
    private boolean heard;

    /**
     * A process that has not begun.
     *
     * @param config all settings
     * @param policies the first is chosen, operators may choose others; may be none
     * @param port the robot; closed by the caller, after the run
     * @param home the shared folder
     * @param changes told of the first state, and of each change of mode and of fault
     */
    public ControlProcess(
            final Config config,
            final List<PolicyFit> policies,
            final RobotPort port,
            final SharedHome home,
            final Consumer<TickFrame> changes) {
        this.changes = changes;
        final ControlLoop loop = new ControlLoop(
                config,
                port,
                home.commands(),
                home.frames(),
                policies.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new),
                System::nanoTime);
        thread = new LoopThread(loop, System::nanoTime, config.periodNs());
        reader = home.frames().newReader();
        self = new Operator(home.commands(), ProcessHandle.current().pid(), System::nanoTime);
    }

    /** Tells the process to sit the robot down and end. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Ticks until told to stop and the robot lies or is damped.
     *
     * @return whether the robot lies, without a fault
     * @throws Refusal when the control thread died
     */
    public boolean run() {
        thread.start();
        try {
            while (!stopped) {
                watch();
            }
            sit();
        } catch (final InternalError cutShort) {
            throw new Refusal(CUT_SHORT, cutShort);
        } finally {
            thread.close();
        }
        return mode == Mode.PASSIVE && fault == 0;
    }

    private void sit() {
        final long startNs = System.nanoTime();
        long askedNs = startNs - ASK_NS;
        while (mode != Mode.PASSIVE && mode != Mode.FAULT && System.nanoTime() - startNs < SITTING_MAX_NS) {
            if (mode != Mode.SIT_DOWN && System.nanoTime() - askedNs >= ASK_NS) {
                askedNs = System.nanoTime();
                self.offer(OperatorRequest.SIT, null, 0, 0, 0);
            }
            watch();
        }
    }

    private void watch() {
        LockSupport.parkNanos(WATCH_NS);
        TickFrame frame = reader.poll();
        while (frame != null) {
            final Mode now = MODES[(int) frame.get(TickField.MODE)];
            final boolean first = !heard && frame.get(TickField.STATES_ACCEPTED) > 0;
            if (first || now != mode || frame.get(TickField.FAULT) != fault) {
                heard |= first;
                mode = now;
                fault = frame.get(TickField.FAULT);
                changes.accept(frame);
            }
            frame = reader.poll();
        }
        if (thread.failure() instanceof InternalError) {
            throw new Refusal(CUT_SHORT, thread.failure());
        }
        if (thread.failure() != null) {
            throw new Refusal("the control thread ended: " + thread.failure(), thread.failure());
        }
    }
}
