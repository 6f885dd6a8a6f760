package gaitd.robot.process;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.FaultText;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;

/**
 * Brings the robot to a goal: sends the request, waits until it is done, and, for walking, goes on commanding for the
 * time given.
 *
 * <p>Used by one thread; {@link #stop()} may be called from another.
 */
public final class GoalRunner {
    private static final long DONE_WITHIN_NS = 20_000_000_000L;
    private static final long STATE_WITHIN_NS = 2_000_000_000L;
    private static final long HEARTBEAT_NS = 50_000_000L;
    private static final String STOPPED = "the robot was stopped; it stays damped until it is asked to stand again";
    private static final double NS_PER_S = 1e9;
    private static final Reaction[] REACTIONS = Reaction.values();

    private final OperatorSession session;
    private final Gait gait;
    private final double vx;
    private final double vy;
    private final double yawRate;
    private volatile boolean stopped;
    private long stops;
    private long sentNs;

    /**
     * A runner that has sent nothing.
     *
     * @param session with the control process
     * @param gait how to walk, or null to keep the gait
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     */
    public GoalRunner(
            final OperatorSession session, final Gait gait, final double vx, final double vy, final double yawRate) {
        this.session = session;
        this.gait = gait;
        this.vx = vx;
        this.vy = vy;
        this.yawRate = yawRate;
    }

    /** Damps the robot at once. May be called from any thread. */
    public void stopAtOnce() {
        session.stop();
    }

    /** Ends the walking early. */
    public void stop() {
        stopped = true;
    }

    /**
     * Runs a goal.
     *
     * @param goal what
     * @param walkSeconds how long to walk, s; infinite for until {@link #stop()}
     * @return why it was not reached, in one line, or null when it was
     * @throws gaitd.runtime.config.Refusal when the control process does not answer
     */
    public String run(final OperatorGoal goal, final double walkSeconds) {
        if (goal.request == OperatorRequest.STOP) {
            session.stop();
        }
        while (session.watch() == null) {
            Pauses.brief();
        }
        if (goal.request == OperatorRequest.STOP) {
            // No more is asked for: the ring of commands may be full, or nobody reads it.
            return awaitDone(goal);
        }
        final String silence = awaitState();
        if (silence != null) {
            return silence;
        }
        stops = session.stops();
        String problem =
                goal == OperatorGoal.WALK && session.mode() == Mode.PASSIVE ? ask(OperatorRequest.STAND) : null;
        session.act();
        problem = problem == null ? ask(goal.request) : problem;
        problem = problem == null ? awaitDone(goal) : problem;
        if (problem == null && goal == OperatorGoal.WALK) {
            problem = walk(walkSeconds);
        }
        return problem;
    }

    /** A control process says nothing to its robot, and so hears nothing from it, before an operator sends something. */
    private String awaitState() {
        final long startNs = System.nanoTime();
        while (!session.hearsTheRobot() && System.nanoTime() - startNs < STATE_WITHIN_NS && !stopped) {
            heartbeat();
            Pauses.brief();
            session.watch();
        }
        return session.hearsTheRobot()
                ? null
                : "no state from the robot came within 2 s; check that it is on, in low-level mode and connected";
    }

    private String ask(final OperatorRequest request) {
        final Verdict verdict = session.ask(request, gait, vx, vy, yawRate);
        return verdict == Verdict.ACCEPTED ? null : "the control process refused the command: " + verdict.text;
    }

    private String awaitDone(final OperatorGoal goal) {
        final long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < DONE_WITHIN_NS && !stopped) {
            final TickFrame frame = session.watch();
            if (goal.request != OperatorRequest.STOP && session.stops() != stops) {
                return STOPPED;
            }
            if (frame != null && goal.hinderedBy(reaction(frame))) {
                return FaultText.headline(frame);
            }
            if (goal.doneIn(session.mode(), frame == null ? Reaction.NONE : reaction(frame))) {
                return null;
            }
            heartbeat();
            Pauses.brief();
        }
        return "the robot is in mode " + session.mode() + " and does not "
                + (goal == OperatorGoal.CLEAR ? "leave it: the cause of the fault is still there" : "reach it")
                + "; see what it does with 'gaitd companion'";
    }

    private String walk(final double seconds) {
        final long startNs = System.nanoTime();
        while (!stopped && System.nanoTime() - startNs < seconds * NS_PER_S) {
            final TickFrame frame = session.watch();
            if (session.stops() != stops) {
                return STOPPED;
            }
            if (frame != null && OperatorGoal.WALK.hinderedBy(reaction(frame))) {
                return FaultText.headline(frame);
            }
            if (session.mode() != Mode.WALK && session.idle()) {
                return "the robot stands, because no person acted for operator.person_gone_s; walk longer with --hold";
            }
            if (session.mode() != Mode.WALK) {
                return "the robot does not walk any more: another operator requested mode " + session.mode();
            }
            heartbeat();
            Pauses.brief();
        }
        final String problem = ask(OperatorRequest.STAND);
        stopped = false;
        return problem == null ? awaitDone(OperatorGoal.STAND) : problem;
    }

    private static Reaction reaction(final TickFrame frame) {
        return REACTIONS[(int) frame.get(TickField.REACTION)];
    }

    private void heartbeat() {
        final long nowNs = System.nanoTime();
        if (nowNs - sentNs >= HEARTBEAT_NS) {
            sentNs = nowNs;
            session.send(OperatorRequest.NONE, null, vx, vy, yawRate);
        }
    }
}
