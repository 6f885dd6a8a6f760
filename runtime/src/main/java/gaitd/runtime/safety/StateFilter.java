package gaitd.runtime.safety;

import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Lets only states pass that say something new: each must be newer by the robot's own tick than the newest before it, and
 * late ones are reported.
 *
 * <p>Older and repeated states are dropped and counted, so a robot that repeats one state counts as silent, like one
 * that sends none. A board that starts again counts from 0: then everything is old, the robot is damped for want of
 * states, and its new time is taken over a little later, so that a person can clear the fault. Called by the control thread
 * right after the port; allocates nothing.
 */
public final class StateFilter {
    /** Where the port puts the reading that arrived last, accepted or not. */
    public final Sensed arrived = new Sensed();

    private static final long NEW_TIME_NS = 200_000_000L;
    private static final long STUCK_NS = 100_000_000L;
    private static final int STUCK_STATES = 50;
    private static final long AHEAD_MAX_NS = 1_000_000_000L;
    private static final int LATE_STATES = 3;
    private static final double S_PER_NS = 1e-9;
    private static final double MS_PER_NS = 1e-6;

    private final Sensed accepted;
    private final double lateMaxMs;
    private final TickUnit unit = new TickUnit();
    private final StateLag lag = new StateLag();
    private boolean fresh;
    private boolean refusing;
    private long refusingFromNs;
    private long tickChangedNs;
    private int sameTick;
    private long stepNs;
    private long longestStepNs;
    private int late;
    private long old;
    private long repeated;

    /**
     * A filter that has seen nothing.
     *
     * @param config the limits
     * @param accepted the newest state that passed, overwritten by the next; its sequence is 0 until the first
     */
    public StateFilter(final Config config, final Sensed accepted) {
        this.accepted = accepted;
        lateMaxMs = config.get(Setting.STATE_LAG_MAX_MS);
    }

    /** Forgets all states, as constructed; the caller empties the accepted reading. */
    public void reset() {
        unit.reset();
        fresh = false;
        refusing = false;
        stepNs = 0;
        longestStepNs = 0;
        late = 0;
        tickChangedNs = 0;
        sameTick = 0;
        old = 0;
        repeated = 0;
    }

    /**
     * One tick.
     *
     * @param came whether the port overwrote {@link #arrived}
     * @param nowNs the loop's clock, ns
     * @param mode what the robot did in the last tick
     * @param latch where faults go
     */
    public void update(final boolean came, final long nowNs, final Mode mode, final FaultLatch latch) {
        fresh = false;
        if (came) {
            judge(nowNs, mode == Mode.PASSIVE || mode == Mode.FAULT);
        }
        if (mode == Mode.PASSIVE) {
            return;
        }
        if (unit.isUnusable()) {
            latch.trip(Fault.ROBOT_TICK_UNUSABLE, -1, (double) accepted.robotTick);
        }
        final long stuckNs = accepted.receivedAtNs - tickChangedNs;
        if (unit.unitNs() != 0 && stuckNs > STUCK_NS && sameTick >= STUCK_STATES) {
            latch.trip(Fault.ROBOT_TICK_STUCK, -1, stuckNs * MS_PER_NS);
        }
        if (late >= LATE_STATES) {
            latch.trip(Fault.STATE_DELAYED, -1, lag.lateMs());
        }
    }

    private void judge(final long nowNs, final boolean resting) {
        unit.update(arrived.robotTick, nowNs);
        if (accepted.sequence == 0) {
            startAgain(nowNs);
            return;
        }
        final int ahead = (int) (arrived.robotTick - accepted.robotTick);
        if (ahead == 0 && arrived.isSameReading(accepted)) {
            repeated++;
        } else if (unit.isUnusable() || (ahead >= 0 && !isFarAhead(ahead, nowNs))) {
            accept(ahead, nowNs);
        } else if (resting && refusing && nowNs - refusingFromNs > NEW_TIME_NS) {
            startAgain(nowNs);
        } else {
            old++;
            refusingFromNs = refusing ? refusingFromNs : nowNs;
            refusing = true;
        }
    }

    /** A tick from the future is as wrong as one from the past: believed once, it would make all true ones old. */
    private boolean isFarAhead(final int ahead, final long nowNs) {
        return ahead * unit.unitNs() > nowNs - accepted.receivedAtNs + AHEAD_MAX_NS;
    }

    private void startAgain(final long nowNs) {
        lag.reset();
        late = 0;
        take(accepted.sequence == 0 ? 0 : nowNs - accepted.receivedAtNs, 0);
        tickChangedNs = nowNs;
        sameTick = 0;
    }

    private void accept(final int ahead, final long nowNs) {
        final long sinceNs = nowNs - accepted.receivedAtNs;
        final long robotStepNs = ahead * unit.unitNs();
        if (robotStepNs > 0) {
            lag.update(robotStepNs, nowNs);
            late = lag.lateMs() > lateMaxMs ? Math.min(late + 1, LATE_STATES) : 0;
            take(robotStepNs, Math.max(0, sinceNs - robotStepNs));
        } else {
            take(sinceNs, 0);
        }
        tickChangedNs = ahead == 0 ? tickChangedNs : nowNs;
        sameTick = ahead == 0 ? sameTick + 1 : 0;
    }

    private void take(final long newStepNs, final long slackNs) {
        stepNs = newStepNs;
        longestStepNs = newStepNs + slackNs + unit.unitNs();
        accepted.set(arrived);
        fresh = true;
        refusing = false;
    }

    /**
     * Whether a new state passed in this tick.
     *
     * @return false when none came, or only old or repeated ones
     */
    public boolean isFresh() {
        return fresh;
    }

    /**
     * Time between the last two states that passed, by the robot's tick where its unit is known, else by their arrival.
     *
     * @return s, 0 for the first
     */
    public double stepS() {
        return stepNs * S_PER_NS;
    }

    /**
     * Most time that may have passed between them by either clock.
     *
     * @return s
     */
    public double longestStepS() {
        return longestStepNs * S_PER_NS;
    }

    /**
     * States dropped because a newer one had passed before.
     *
     * @return count
     */
    public long old() {
        return old;
    }

    /**
     * States dropped because they were the newest one again.
     *
     * @return count
     */
    public long repeated() {
        return repeated;
    }
}
