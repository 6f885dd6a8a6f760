package gaitd.runtime.telemetry;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.HdrHistogram.Histogram;

/**
 * Distributions of a run's ticks: wake-up lateness, period, compute time, state age, and from a state's arrival to the command's departure.
 *
 * <p>Fed by a thread other than the control thread. Values are as recorded, but for {@link #wakeupCorrected}: ticks that were skipped
 * because one ran late recorded nothing, though they would have been late. There each counts as a tick that began when the next tick did.
 */
public final class TickStatistics {
    private static final long HIGHEST_NS = 60_000_000_000L;
    private static final long SKIPPED_MAX = 100_000;

    /** Wake-up lateness, ns. */
    public final Histogram wakeup = new Histogram(HIGHEST_NS, 3);
    /** Wake-up lateness with that of skipped ticks: corrected for coordinated omission, ns. */
    public final Histogram wakeupCorrected = new Histogram(HIGHEST_NS, 3);
    /** Time between the starts of consecutive ticks, ns. */
    public final Histogram period = new Histogram(HIGHEST_NS, 3);
    /** Time from the start of the tick to its frame, ns. */
    public final Histogram compute = new Histogram(HIGHEST_NS, 3);
    /** The same, of ticks in which a policy stepped, ns. */
    public final Histogram policyTick = new Histogram(HIGHEST_NS, 3);
    /** Time of the policies' steps in such a tick, ns. */
    public final Histogram policyStep = new Histogram(HIGHEST_NS, 3);
    /** Age of the state used, ns. */
    public final Histogram stateAge = new Histogram(HIGHEST_NS, 3);
    /**
     * From the arrival of a state that no earlier tick had to the departure of the command made of it, ns. It arrives when a tick takes it from
     * its socket.
     */
    public final Histogram arrivalToDeparture = new Histogram(HIGHEST_NS, 3);

    private long ticks;
    private long missedTicks;
    private long states;
    private long lastTick = Long.MIN_VALUE;
    private long lastScheduledNs;
    private long lastStartedNs;

    /**
     * Counts a frame.
     *
     * @param frame not modified
     */
    public void add(final TickFrame frame) {
        ticks++;
        final long missed = frame.get(TickField.MISSED_TICKS) - missedTicks;
        missedTicks += missed;
        record(wakeup, frame.get(TickField.WAKEUP_LATENESS_NS));
        starts(frame, missed);
        record(compute, frame.get(TickField.COMPUTE_NS));
        if (frame.get(TickField.POLICY_STEP_NS) >= 0) {
            record(policyTick, frame.get(TickField.COMPUTE_NS));
            record(policyStep, frame.get(TickField.POLICY_STEP_NS));
        }
        final long age = frame.get(TickField.STATE_AGE_NS);
        if (age >= 0) {
            record(stateAge, age);
        }
        if (age >= 0 && frame.get(TickField.STATES_ACCEPTED) != states) {
            record(arrivalToDeparture, age + frame.get(TickField.COMPUTE_NS));
        }
        states = frame.get(TickField.STATES_ACCEPTED);
    }

    private void starts(final TickFrame frame, final long missed) {
        final long scheduledNs = frame.get(TickField.SCHEDULED_NS);
        final long startedNs = scheduledNs + frame.get(TickField.WAKEUP_LATENESS_NS);
        record(wakeupCorrected, startedNs - scheduledNs);
        if (frame.get(TickField.TICK) == lastTick + 1) {
            record(period, startedNs - lastStartedNs);
            final long stepNs = (scheduledNs - lastScheduledNs) / (missed + 1);
            for (long skipped = Math.min(missed, SKIPPED_MAX); skipped > 0; skipped--) {
                record(wakeupCorrected, startedNs - scheduledNs + skipped * stepNs);
            }
        }
        lastTick = frame.get(TickField.TICK);
        lastScheduledNs = scheduledNs;
        lastStartedNs = startedNs;
    }

    private static void record(final Histogram histogram, final long valueNs) {
        histogram.recordValue(Math.clamp(valueNs, 0, HIGHEST_NS));
    }

    /**
     * Frames counted.
     *
     * @return how many
     */
    public long ticks() {
        return ticks;
    }

    /**
     * Ticks skipped, from the newest frame.
     *
     * @return how many
     */
    public long missedTicks() {
        return missedTicks;
    }
}
