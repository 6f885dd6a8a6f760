package gaitd.robot.host;

import gaitd.hal.RobotPort;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Setting;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.LoopThread;
import gaitd.runtime.loop.Pace;
import gaitd.runtime.loop.PacketPace;
import gaitd.runtime.loop.Ticker;
import gaitd.runtime.rt.Outcome;
import gaitd.runtime.rt.RealTimeSetup;
import java.util.List;

/**
 * Hosts a control loop: its thread, what makes it tick, the real-time setup, and what its ticks cost once the robot walks. For a run in real time
 * and for the control process alike. However it ends, several damping commands leave last.
 *
 * <p>Started, asked and closed by one thread, which is never the one that ticks.
 */
public final class ControlHost implements AutoCloseable {
    private static final long HANG_NS = 1_000_000_000L;
    private static final double NS_PER_S = 1e9;

    private final RealTimeSetup setup;
    private final Pace pace;
    private final LoopThread thread;
    private final ArmedCosts costs = new ArmedCosts();
    private volatile Double startToArmedS;
    private final long hangNs;
    private long armedAtTick;
    private long seenTicks;
    private long seenNs;
    private long checkedNs;

    /**
     * A host that has not begun.
     *
     * @param config all settings
     * @param port the robot of the loop
     * @param loop what ticks
     * @param strict whether to end before the first tick when the system refuses a real-time setting
     */
    public ControlHost(final Config config, final RobotPort port, final ControlLoop loop, final boolean strict) {
        setup = new RealTimeSetup(config, System::nanoTime);
        pace = PacketPace.of(config, port.arrivals(), setup.waiter(), System::nanoTime);
        thread = new LoopThread(
                new Ticker(loop, System::nanoTime, pace, config.periodNs()),
                () -> {
                    RealTime.apply(setup, strict);
                    startToArmedS = ProcessAge.seconds();
                },
                new LastCommands(config, port));
        hangNs = Math.max(HANG_NS, 2 * (long) config.get(Setting.MISSED_TICKS_MAX) * config.periodNs());
    }

    /** Begins to tick. */
    public void start() {
        thread.start();
    }

    /**
     * Begins to count costs, the first time that it is called.
     *
     * @param tick number of the newest tick
     */
    public void armed(final long tick) {
        if (costs.arm()) {
            armedAtTick = tick;
            costs.mark(thread.threadId());
        }
    }

    /**
     * Ends counting. To be called before the thread ends.
     *
     * @param lastTick number of the newest tick
     */
    public void endCosts(final long lastTick) {
        costs.take(thread.threadId(), lastTick - armedAtTick);
        costs.end();
    }

    /**
     * Whether the thread still ticks.
     *
     * @throws Refusal when it died, or has hung for a second, or for twice as long as ticks may be missed
     */
    public void check() {
        if (thread.failure() instanceof final Refusal refusal) {
            throw refusal;
        }
        if (thread.failure() != null) {
            throw new Refusal("the control thread ended: " + thread.failure(), thread.failure());
        }
        final long nowNs = System.nanoTime();
        // A thread that did not run itself, as in a process that was stopped, cannot tell that another one hangs.
        if (thread.ticks() != seenTicks || seenTicks == 0 || nowNs - checkedNs > hangNs / 2) {
            seenTicks = thread.ticks();
            seenNs = nowNs;
        } else if (nowNs - seenNs > hangNs) {
            throw new Refusal("the control thread has hung in a tick for %.1f s; the robot is damped, if it still hears"
                    .formatted(hangNs / NS_PER_S));
        }
        checkedNs = nowNs;
    }

    /**
     * What ticks cost since the robot first walked.
     *
     * @return live
     */
    public ArmedCosts costs() {
        return costs;
    }

    /**
     * Age of the process before its first tick.
     *
     * @return s, or null before that or where it is not known
     */
    public Double startToArmedS() {
        return startToArmedS;
    }

    /**
     * Ticks that a packet of the robot began.
     *
     * @return count
     */
    public long packetTicks() {
        return pace.packetTicks();
    }

    /**
     * How the real-time measures went.
     *
     * @return empty before the first tick
     */
    public List<Outcome> measures() {
        return setup.outcomes();
    }

    @Override
    public void close() {
        thread.close();
        setup.close();
    }
}
