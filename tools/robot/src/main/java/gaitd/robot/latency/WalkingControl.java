package gaitd.robot.latency;

import gaitd.robot.host.KernelThread;
import gaitd.robot.process.GoalRunner;
import gaitd.robot.process.OperatorGoal;
import gaitd.robot.process.OperatorSession;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.rt.RealTimeSetup;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * A control process as on a robot, and its operator: commands go through the command ring, and frames are read as by a
 * companion.
 */
final class WalkingControl {
    private static final double VX_M_S = 0.3;
    private static final String READY = "passive until commanded";
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 5;
    private static final int STARTS = 3;
    private static final long AFTER_FAULT_MS = 500;

    /** Ticks read by the operator. */
    final TickStatistics ticks = new TickStatistics();
    /** Stalls. */
    final StallWatch stalls;

    private final OperatorSession session;
    private boolean connected;
    private boolean walked;
    private volatile boolean ended;
    private volatile GoalRunner walker;
    private Runnable atFirstStep = () -> {};

    /** Joins a process that is starting. */
    WalkingControl(final Process process, final int cpu, final Path shared, final Said said)
            throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (!said.text().contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > endNs) {
                throw new Refusal(
                        "the control process did not start: " + said.text().strip());
            }
            Thread.sleep(LOOK_MS);
        }
        stalls = new StallWatch(KernelThread.of(process.pid(), RealTimeSetup.THREAD_NAME), new StolenTime(cpu));
        session = new OperatorSession(shared, this::take);
        session.hold();
    }

    /** Output of the process so far. */
    interface Said {
        /** Whole output. */
        String text() throws IOException;
    }

    private void take(final TickFrame frame) {
        connected |= frame.get(TickField.STATES_ACCEPTED) > 0;
        if (frame.get(TickField.MODE) == Mode.WALK.ordinal()) {
            walked = true;
            atFirstStep.run();
            atFirstStep = () -> {};
        }
        ticks.add(frame);
        stalls.frame(frame);
    }

    /** Action once it walks. */
    void atFirstStep(final Runnable what) {
        atFirstStep = what;
    }

    /** Runs a goal: walk, or sit. */
    GoalRunner goals() {
        return new GoalRunner(session, null, VX_M_S, 0, 0);
    }

    /**
     * Stands up, walks for a time, sits down; refuses when that was not done. A fault before the first step, as of a
     * simulated robot whose code is still being compiled, is cleared and the walk tried again.
     */
    void walk(final GoalRunner walker, final double seconds) throws InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (!connected && System.nanoTime() < endNs) {
            session.send(OperatorRequest.NONE, null, 0, 0, 0);
            session.watch();
            Thread.sleep(LOOK_MS);
        }
        String problem = walker.run(OperatorGoal.WALK, seconds);
        for (int i = 0; i < STARTS && problem != null && !walked; i++) {
            check(goals().run(OperatorGoal.CLEAR, 0));
            problem = walker.run(OperatorGoal.WALK, seconds);
        }
        check(problem);
        check(goals().run(OperatorGoal.SIT, 0));
    }

    /**
     * Walks, again and again, whatever happens: a fault, as a busy computer makes them, is told, counted and cleared.
     *
     * @param leftS how long to go on, s; asked for before each walk
     * @param told takes a line about each fault
     * @return faults
     * @throws Refusal when a fault comes before the first step of a walk, each time
     */
    int walkOn(final DoubleSupplier leftS, final Consumer<String> told) throws InterruptedException {
        int faults = 0;
        for (double left = leftS.getAsDouble(); left > 0 && !ended; left = leftS.getAsDouble()) {
            walker = goals();
            walked = false;
            try {
                walk(walker, left);
            } catch (final Refusal fault) {
                if (!walked) {
                    throw fault;
                }
                faults++;
                told.accept(fault.getMessage());
                goals().run(OperatorGoal.CLEAR, 0);
                Thread.sleep(AFTER_FAULT_MS);
            }
        }
        return faults;
    }

    /** Ends {@link #walkOn}, from another thread. */
    void end() {
        ended = true;
        walker.stop();
    }

    /** Ticks whose frames were lost. */
    long lostFrames() {
        return session.lostFrames();
    }

    private static void check(final String problem) {
        if (problem != null) {
            throw new Refusal("the robot does not walk: " + problem);
        }
    }
}
