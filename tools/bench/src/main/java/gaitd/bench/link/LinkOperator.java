package gaitd.bench.link;

import gaitd.hal.A1;
import gaitd.robot.process.GoalRunner;
import gaitd.robot.process.OperatorGoal;
import gaitd.robot.process.OperatorSession;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.telemetry.TickStatistics;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Who commands the robot from the controller's computer, and reads every frame. Used by one thread. */
final class LinkOperator {
    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();
    private static final long HEARTBEAT_NS = 50_000_000L;
    private static final long LOOK_NS = 500_000L;
    private static final int STARTS = 5;
    private static final double NS_PER_S = 1e9;

    private final TickStatistics ticks = new TickStatistics();
    private final OperatorSession session;
    private final double vx;
    private Mode mode = Mode.PASSIVE;
    private Fault fault = Fault.NONE;
    private boolean drives;
    private boolean walked;
    private long undrivenNs;
    private long states;
    private long sentNs;

    /** Joins the control process of a folder; the robot is to walk forward at this velocity, m/s. */
    LinkOperator(final Path shared, final double vx) {
        this.vx = vx;
        session = new OperatorSession(shared, this::take);
        session.hold();
    }

    private void take(final TickFrame frame) {
        mode = MODES[(int) frame.get(TickField.MODE)];
        fault = FAULTS[(int) frame.get(TickField.FAULT)];
        states = frame.get(TickField.STATES_ACCEPTED);
        walked |= mode == Mode.WALK;
        if (walked) {
            ticks.add(frame);
        }
        final boolean drove = drives;
        drives = false;
        for (int j = 0; j < A1.JOINTS; j++) {
            drives |= frame.real(TickField.KP_COMMAND, j) > 0 || frame.real(TickField.TAU_COMMAND, j) != 0;
        }
        if (drove && !drives) {
            undrivenNs = frame.get(TickField.SCHEDULED_NS)
                    + frame.get(TickField.WAKEUP_LATENESS_NS)
                    + frame.get(TickField.COMPUTE_NS);
        }
    }

    /** Ticks since the robot first walked. */
    TickStatistics ticks() {
        return ticks;
    }

    Mode mode() {
        return mode;
    }

    /** The latched fault. */
    Fault fault() {
        return fault;
    }

    /** Whether the newest command moves a joint or holds it in place. */
    boolean drives() {
        return drives;
    }

    /** When the last command left that was the first to let the joints go, on the clock of {@link System#nanoTime}. */
    long undrivenNs() {
        return undrivenNs;
    }

    /** States taken so far. */
    long states() {
        return states;
    }

    /** Walks for a time, stands and sits down; why that was not done, or null. */
    String walk(final double seconds) {
        String problem = goal(OperatorGoal.WALK, seconds);
        for (int i = 0; i < STARTS && problem != null && !walked; i++) {
            goal(OperatorGoal.CLEAR, 0);
            problem = goal(OperatorGoal.WALK, seconds);
        }
        return problem == null ? goal(OperatorGoal.SIT, 0) : problem;
    }

    /** Gets a robot that lies to walk, after whatever fault. */
    void begin() {
        String problem = goal(OperatorGoal.STAND, 0);
        for (int i = 0; i < STARTS && problem != null; i++) {
            goal(OperatorGoal.CLEAR, 0);
            problem = goal(OperatorGoal.STAND, 0);
        }
        if (problem != null) {
            throw new Refusal("the robot does not stand: " + problem);
        }
        if (askToWalk() != Verdict.ACCEPTED) {
            throw new Refusal("the robot does not walk");
        }
    }

    /** Asks for walking, once. */
    Verdict askToWalk() {
        return session.ask(OperatorRequest.WALK, null, vx, 0, 0);
    }

    private String goal(final OperatorGoal goal, final double seconds) {
        return new GoalRunner(session, null, vx, 0, 0).run(goal, seconds);
    }

    /** Goes on commanding the velocity for a time. */
    void command(final double seconds) {
        final long endNs = System.nanoTime() + Math.round(seconds * NS_PER_S);
        while (System.nanoTime() < endNs) {
            look();
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    /** Reads what has come, and commands the velocity when that is due. */
    void look() {
        session.watch();
        final long nowNs = System.nanoTime();
        if (nowNs - sentNs >= HEARTBEAT_NS) {
            sentNs = nowNs;
            session.send(OperatorRequest.NONE, null, vx, 0, 0);
        }
    }
}
