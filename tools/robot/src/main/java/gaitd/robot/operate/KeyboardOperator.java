package gaitd.robot.operate;

import gaitd.robot.process.OperatorSession;
import gaitd.robot.report.FaultText;
import gaitd.robot.scenario.Key;
import gaitd.robot.terminal.Screen;
import gaitd.robot.terminal.StatusText;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.PrintWriter;
import java.util.concurrent.locks.LockSupport;

/**
 * Operates the robot of a control process by keys, with one live line of its state.
 *
 * <p>Only the control process knows its velocity limits: a velocity that it refuses is undone. Used by one thread;
 * {@link #stop()} may be called from another.
 */
public final class KeyboardOperator {
    private static final long ROUND_NS = 5_000_000L;
    private static final long HEARTBEAT_NS = 50_000_000L;
    private static final long REDRAW_NS = 125_000_000L;
    private static final long SITTING_MAX_NS = 12_000_000_000L;
    private static final double STEP_M_S = 0.1;
    private static final double STEP_RAD_S = 0.2;
    private static final String ERASE = "\r\u001b[K";

    private final Screen screen;
    private final PrintWriter out;
    private final OperatorSession session;
    private final TickStatistics ticks;
    private volatile boolean stopped;
    private double vx;
    private double yawRate;
    private double sentVx;
    private double sentYawRate;
    private double goodVx;
    private double goodYawRate;
    private long ticket;
    private long sentNs;
    private long drawnNs;
    private long fault;
    private long stops;
    private boolean idle;

    /**
     * An operator that has sent nothing.
     *
     * @param screen the terminal
     * @param session with the control process
     * @param ticks statistics of the session's frames
     */
    public KeyboardOperator(final Screen screen, final OperatorSession session, final TickStatistics ticks) {
        this.screen = screen;
        this.session = session;
        this.ticks = ticks;
        out = screen.writer();
    }

    /** Damps the robot at once. May be called from any thread. */
    public void stopAtOnce() {
        session.stop();
    }

    /** Sits the robot down and ends. May be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Commands until the person quits; the robot is then sat down.
     *
     * @return whether it lies, without a fault
     * @throws gaitd.runtime.config.Refusal when the control process does not answer
     */
    public boolean run() {
        out.print("x stops at once; space sits and stands, arrows steer, q quits\r\n");
        while (!stopped && !screen.isGone()) {
            round();
            for (Key key = screen.poll(); key != null; key = screen.poll()) {
                press(key);
            }
        }
        return leave();
    }

    private boolean leave() {
        final long startNs = System.nanoTime();
        if (isUp()) {
            session.ask(OperatorRequest.SIT, null, 0, 0, 0);
        }
        while (session.mode() != Mode.PASSIVE
                && session.mode() != Mode.FAULT
                && System.nanoTime() - startNs < SITTING_MAX_NS) {
            round();
        }
        return session.mode() == Mode.PASSIVE;
    }

    private void round() {
        LockSupport.parkNanos(ROUND_NS);
        final TickFrame frame = session.watch();
        final long nowNs = System.nanoTime();
        if (nowNs - sentNs >= HEARTBEAT_NS) {
            sentNs = nowNs;
            heartbeat();
        }
        if (frame != null) {
            draw(frame, nowNs);
        }
    }

    private void heartbeat() {
        final Verdict verdict = ticket == 0 ? null : session.verdict(ticket);
        if (verdict == Verdict.ACCEPTED) {
            goodVx = sentVx;
            goodYawRate = sentYawRate;
        } else if (verdict == Verdict.OUT_OF_RANGE) {
            vx = goodVx;
            yawRate = goodYawRate;
        }
        sentVx = vx;
        sentYawRate = yawRate;
        ticket = session.send(OperatorRequest.NONE, null, vx, 0, yawRate);
    }

    private void press(final Key key) {
        session.act();
        switch (key) {
            case FASTER -> vx = moved(vx, STEP_M_S);
            case SLOWER -> vx = moved(vx, -STEP_M_S);
            case LEFT -> yawRate = moved(yawRate, STEP_RAD_S);
            case RIGHT -> yawRate = moved(yawRate, -STEP_RAD_S);
            case STOP -> session.stop();
            case SIT_OR_STAND -> sitOrStand();
            case NEXT_POLICY -> ask(OperatorRequest.POLICY_NEXT);
            case CLEAR_FAULT -> ask(OperatorRequest.CLEAR_FAULT);
            case QUIT -> stop();
        }
    }

    private void sitOrStand() {
        if (isUp()) {
            ask(OperatorRequest.SIT);
        } else if (session.mode() == Mode.PASSIVE) {
            vx = 0;
            yawRate = 0;
            ask(OperatorRequest.STAND);
            ask(OperatorRequest.WALK);
        }
    }

    private boolean isUp() {
        return session.mode() == Mode.STAND_UP || session.mode() == Mode.STAND || session.mode() == Mode.WALK;
    }

    private void ask(final OperatorRequest request) {
        final Verdict verdict = session.ask(request, null, goodVx, 0, goodYawRate);
        if (verdict != Verdict.ACCEPTED) {
            out.print(ERASE + request + " was refused: " + verdict.text + "\r\n");
        }
    }

    private void draw(final TickFrame frame, final long nowNs) {
        if (session.stops() != stops) {
            stops = session.stops();
            vx = 0;
            yawRate = 0;
            out.print(ERASE + "STOPPED, damped; space stands up\r\n");
        }
        if (session.idle() != idle) {
            idle = session.idle();
            if (idle) {
                vx = 0;
                yawRate = 0;
                out.print(ERASE + "no key for too long: it slows down and stands; space sits, space again walks\r\n");
            }
        }
        if (frame.get(TickField.FAULT) != fault) {
            fault = frame.get(TickField.FAULT);
            out.print(ERASE
                    + (fault == 0
                            ? "fault cleared; space stands up"
                            : FaultText.headline(frame) + " (c clears, q quits)")
                    + "\r\n");
        }
        if (nowNs - drawnNs >= REDRAW_NS) {
            drawnNs = nowNs;
            final String line = StatusText.line(frame, ticks, session.learner());
            out.print(ERASE + line.substring(0, Math.min(line.length(), screen.width() - 1)));
            out.flush();
        }
    }

    /** Sums of steps are rounded, so that as many steps back end at exactly 0. */
    private static double moved(final double value, final double step) {
        return Math.rint((value + step) * 1000) / 1000;
    }
}
