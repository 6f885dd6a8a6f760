package gaitd.runtime.loop;

import gaitd.hal.Arrivals;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;

/**
 * Ticks by the robot's packets: a tick begins when one arrives, so that the command leaves with a state that is fresh.
 *
 * <p>A window in which a packet may begin a tick opens when the least period is over, see
 * {@link Setting#PACKET_RATE_MAX}. While packets come, it is open beyond the timer's moment, see
 * {@link Setting#PACKET_WAIT_PERIODS}; when none comes, the tick begins nevertheless, and the next ones by the timer,
 * until a packet comes in the window again.
 *
 * <p>A packet that was there before the window opened begins the tick at once, which brings the loop and its robot into
 * step. That fails when the robot only answers commands, or sends faster than the limit: then every packet is early.
 * After some early ones in a row the loop goes by the timer, and tries again {@link #RETRY_TICKS} ticks later.
 *
 * <p>With {@link Setting#RT_SPIN_US} the thread polls without sleeping around the moment of the next packet: for that
 * long before it, and as long after it. It has slept before, since the window opens no earlier than the least period
 * allows.
 *
 * <p>Controllers integrate with the nominal period whatever begins a tick. Owned by the control thread; allocates
 * nothing.
 */
public final class PacketPace implements Pace {
    /** Ticks by the timer after too many early packets in a row. */
    public static final int RETRY_TICKS = 1000;

    private static final double NS_PER_US = 1000;

    private final Arrivals arrivals;
    private final Waiter waiter;
    private final NanoClock clock;
    private final long leadNs;
    private final long latestNs;
    private final long spinNs;
    private final int earlyMax;

    private boolean follows;
    private int earlyInARow;
    private int timerTicks;
    private long scheduledNs;
    private long packetTicks;

    /**
     * A pace that goes by the timer until packets come.
     *
     * @param config rate and limits
     * @param arrivals waits for packets
     * @param waiter how to wait for the timer
     * @param clock the loop's clock
     */
    public PacketPace(final Config config, final Arrivals arrivals, final Waiter waiter, final NanoClock clock) {
        this.arrivals = arrivals;
        this.waiter = waiter;
        this.clock = clock;
        final double faster = config.get(Setting.PACKET_RATE_MAX);
        leadNs = Math.round(config.periodNs() * (1 - 1 / faster));
        latestNs = Math.round(config.periodNs() * (config.get(Setting.PACKET_WAIT_PERIODS) - 1));
        spinNs = Math.min(Math.round(config.get(Setting.RT_SPIN_US) * NS_PER_US), leadNs / 2);
        // Each early tick gains the lead; so many make up for a whole period, and two more for jitter.
        earlyMax = (int) Math.ceil(faster / (faster - 1)) + 2;
    }

    /**
     * The pace of a configuration.
     *
     * @param config has the schedule
     * @param arrivals waits for packets; null where the port cannot, then ticks go by the timer
     * @param waiter how to wait for the timer
     * @param clock the loop's clock
     * @return the pace
     */
    public static Pace of(final Config config, final Arrivals arrivals, final Waiter waiter, final NanoClock clock) {
        return config.get(ChoiceSetting.SCHEDULE) == Schedule.TIMER || arrivals == null
                ? new TimerPace(waiter)
                : new PacketPace(config, arrivals, waiter, clock);
    }

    @Override
    public long await(final long dueNs) {
        if (timerTicks > 0) {
            timerTicks--;
            return byTimer(dueNs);
        }
        waiter.await(dueNs - leadNs);
        if (arrivals.await(0)) {
            if (earlyInARow >= earlyMax) {
                earlyInARow = 0;
                timerTicks = RETRY_TICKS;
                return byTimer(dueNs);
            }
            earlyInARow++;
            return byPacket(dueNs + latestNs);
        }
        earlyInARow = 0;
        final long endNs = follows ? dueNs + latestNs : dueNs;
        long nowNs = clock.nanoTime();
        while (nowNs < endNs) {
            if (arrivals.await(timeoutNs(nowNs, dueNs, endNs))) {
                return byPacket(endNs);
            }
            nowNs = clock.nanoTime();
        }
        return byTimer(endNs);
    }

    /** How long to wait for a packet expected at {@code dueNs}; 0, which polls, around that moment. */
    private long timeoutNs(final long nowNs, final long dueNs, final long endNs) {
        if (!follows || nowNs >= dueNs + spinNs) {
            return endNs - nowNs;
        }
        return Math.max(0, Math.min(endNs, dueNs - spinNs) - nowNs);
    }

    private long byTimer(final long dueAtNs) {
        follows = false;
        scheduledNs = dueAtNs;
        return waiter.await(dueAtNs);
    }

    /** How late a packet's tick is cannot be known, unless it begins after the wait for packets should have ended. */
    private long byPacket(final long endNs) {
        follows = true;
        packetTicks++;
        final long nowNs = clock.nanoTime();
        scheduledNs = Math.min(nowNs, endNs);
        return nowNs;
    }

    @Override
    public long scheduledNs() {
        return scheduledNs;
    }

    @Override
    public long packetTicks() {
        return packetTicks;
    }
}
