package gaitd.bench.faults;

import gaitd.policies.cpg.Gait;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Config;
import gaitd.runtime.mode.Mode;
import java.util.function.LongSupplier;

/** The operator of a run: brings the robot to its activity, then goes on asking for the same, or is the one that is broken. */
final class TrialOperator {
    /** Forward velocity of a walk, m/s. */
    static final double VX_M_S = 0.3;

    private static final double HEARTBEAT_S = 0.05;
    private static final double STANDS_S = 1;

    private static final long SELF = 1;
    private static final long BROKEN = 2;

    private final CommandRing ring;
    private final LongSupplier clockNs;
    private final Operator operator;
    private final RawCommand brokenCommand = new RawCommand();
    private final RandomStream random = new RandomStream(BROKEN);
    private final Activity activity;
    private final long heartbeatTicks;
    private final long standTicks;
    private OperatorRequest asked = OperatorRequest.NONE;
    private Mode wanted = Mode.STAND_UP;
    private long ticket;
    private boolean answered = true;
    private long ticks;
    private long stood;
    private boolean begun;
    private double vx;
    private double vy;
    private double yawRate;
    private OperatorFault fault;

    TrialOperator(final CommandRing ring, final LongSupplier clockNs, final Activity activity, final Config config) {
        this.ring = ring;
        this.clockNs = clockNs;
        operator = new Operator(ring, SELF, clockNs);
        operator.hold();
        vx = activity.gait == null ? 0 : VX_M_S;
        this.activity = activity;
        heartbeatTicks = ticks(HEARTBEAT_S, config);
        standTicks = ticks(STANDS_S, config);
    }

    private static long ticks(final double seconds, final Config config) {
        return Math.max(1, Math.round(seconds * 1e9 / config.periodNs()));
    }

    /** Whether the robot has begun its activity. */
    boolean hasBegun() {
        return begun;
    }

    /** Asks for another velocity from now on, m/s and rad/s. */
    void steer(final double forward, final double left, final double turn) {
        vx = forward;
        vy = left;
        yawRate = turn;
    }

    /** Asks the robot to sit down. */
    void sit() {
        ask(OperatorRequest.SIT, Mode.SIT_DOWN);
    }

    /** Is broken from now on. */
    void fail(final OperatorFault how) {
        fault = how;
        brokenCommand.operator = fault == OperatorFault.STUCK ? SELF : BROKEN;
        brokenCommand.sequence = 1;
        brokenCommand.sentNs = clockNs.getAsLong();
        brokenCommand.holds = true;
        brokenCommand.vx = vx;
    }

    /** One tick, after the controller's. */
    void update(final Mode mode, final boolean connected) {
        ticks++;
        if (fault != null) {
            brokenCommand.sentNs = fault == OperatorFault.STUCK ? brokenCommand.sentNs : clockNs.getAsLong();
            fault.send(ring, brokenCommand, random);
            return;
        }
        insist();
        if (ticks % heartbeatTicks == 0) {
            send(OperatorRequest.NONE);
        }
        if (begun || !connected) {
            return;
        }
        if (asked == OperatorRequest.NONE) {
            ask(OperatorRequest.STAND, activity == Activity.STAND_UP ? Mode.STAND_UP : Mode.STAND);
        } else if (mode == Mode.STAND && wanted == Mode.STAND) {
            stood++;
            next();
        } else {
            begun = mode == wanted && wanted != Mode.STAND;
        }
    }

    private void next() {
        if (activity == Activity.STAND) {
            begun = true;
        } else if (activity.gait != null) {
            ask(OperatorRequest.WALK, Mode.WALK);
        } else if (stood >= standTicks) {
            ask(OperatorRequest.SIT, Mode.SIT_DOWN);
        }
    }

    private void ask(final OperatorRequest request, final Mode mode) {
        asked = request;
        wanted = mode;
        answered = false;
        ticket = send(request);
    }

    private void insist() {
        if (answered) {
            return;
        }
        final Verdict verdict = ticket == 0 ? Verdict.STALE : operator.verdict(ticket);
        if (verdict == Verdict.STALE) {
            ticket = send(asked);
        } else {
            answered = verdict != null;
        }
    }

    private long send(final OperatorRequest request) {
        final Gait gait = request == OperatorRequest.WALK ? activity.gait : null;
        return operator.offer(request, gait, vx, vy, yawRate);
    }
}
