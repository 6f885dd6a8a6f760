package gaitd.robot.warmup;

import gaitd.hal.Arrivals;
import gaitd.policies.cpg.Gait;
import gaitd.robot.scenario.Key;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.scenario.ScenarioLoop;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.PacketPace;
import gaitd.runtime.loop.Ticker;
import gaitd.runtime.loop.Waiter;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.rt.RealTimeSetup;
import java.io.IOException;
import java.util.List;

/**
 * A run whose robot is a {@link WarmUpRobot} and whose clock moves a period a tick, with everything else as in real
 * time: ticker, waiting, sockets, codecs, rings. It walks until it is closed, with one policy after another, and in
 * between exercises a silent robot, skipped ticks, and sitting down.
 */
final class WarmUpRun implements AutoCloseable {
    private static final double VX_M_S = 0.3;
    private static final long POLICY_TICKS = 500;
    private static final long WALK_TICKS = 300;
    private static final long WEIGHTS_TICKS = 250;
    private static final long WAIT_NS = 1_000;
    private static final long LOOK_NS = 1_000;
    private static final int LOOKS = 5;
    private static final long LATE_TICKS = 997;
    private static final long LATE_PERIODS = 2;

    private final WarmUpRobot robot;
    private final WarmUpPort port;
    private final ScenarioLoop core;
    private final WarmUpLearner learner;
    private final Ticker ticker;
    private final long periodNs;
    private final Waiter waiter;
    private final boolean spins;
    private long nowNs;
    private long dueNs;
    private long ticks;
    private long walked;
    private int faults;
    private int looks;
    private boolean sat;

    /**
     * A warm-up run with a lying robot.
     *
     * @param config all settings
     * @param policies those that will be used
     */
    WarmUpRun(final Config config, final List<PolicyFit> policies) {
        periodNs = config.periodNs();
        spins = config.get(Setting.RT_SPIN_US) > 0;
        robot = new WarmUpRobot(periodNs * 1e-9);
        try {
            port = new WarmUpPort(robot);
        } catch (final IOException e) {
            throw new Refusal("the warm-up run gets no socket: " + e.getMessage(), e);
        }
        final RunPlan plan = new RunPlan(Double.POSITIVE_INFINITY, VX_M_S, 0, 0, Gait.TROT, true, policies);
        core = new ScenarioLoop(plan, config, port, () -> nowNs, System::nanoTime);
        learner = core.learner == null
                ? null
                : new WarmUpLearner(core.learner, policies.getFirst().bundle());
        waiter = new RealTimeSetup(config, System::nanoTime).waiter();
        final Arrivals arrivals = port.arrivals() == null ? null : this::arrived;
        ticker = new Ticker(
                core.loop, () -> nowNs, PacketPace.of(config, arrivals, this::await, () -> nowNs), config.periodNs());
        dueNs = ticker.firstDueNs();
    }

    /**
     * Waits shortly, to compile the waiter, then advances its own time; now and then by too much, so that ticks are
     * skipped.
     */
    private long await(final long untilNs) {
        waiter.await(System.nanoTime() + WAIT_NS);
        looks = 0;
        nowNs = Math.max(nowNs, untilNs);
        if (ticks % LATE_TICKS == LATE_TICKS - 1) {
            nowNs += LATE_PERIODS * periodNs;
        }
        return nowNs;
    }

    /** A state comes while it is waited for, or time passes. Where the loop spins, every other state comes only after some looks. */
    private boolean arrived(final long timeoutNs) {
        final boolean waits = timeoutNs > 0;
        looks += waits ? 0 : 1;
        if (waits ? !spins || ticks % 2 == 0 : looks > LOOKS) {
            port.deliver(nowNs);
        }
        final boolean there = port.arrivals().await(Math.min(timeoutNs, WAIT_NS));
        nowNs += there ? 0 : Math.max(LOOK_NS, timeoutNs);
        return there;
    }

    /** One tick, and what the reader of its frame does. */
    void tick() {
        dueNs = ticker.tick(dueNs);
        final TickFrame frame = core.reader.poll();
        core.scenario.update(frame);
        ticks++;
        if (learner != null && ticks % WEIGHTS_TICKS == 0) {
            learner.send();
        }
        if (ticks % POLICY_TICKS == 0) {
            core.scenario.press(Key.NEXT_POLICY);
        }
        practise(core.scenario.phase());
    }

    /** The fault first, since code that was never compiled costs most when it is needed. */
    private void practise(final Scenario.Phase phase) {
        walked += phase == Scenario.Phase.WALK ? 1 : 0;
        switch (phase) {
            case WALK -> {
                robot.mute(faults == 0 && walked > WALK_TICKS);
                if (faults == 1 && !sat && walked > 2 * WALK_TICKS) {
                    sat = true;
                    core.scenario.press(Key.SIT_OR_STAND);
                }
            }
            case FAULTED -> {
                faults = 1;
                robot.mute(false);
                core.scenario.press(Key.CLEAR_FAULT);
            }
            case REST -> core.scenario.press(Key.SIT_OR_STAND);
            case CONNECT, RISE, SIT, DONE -> {
                // goes on by itself with time
            }
        }
    }

    /** Whether it sat down, or is about to. */
    boolean sat() {
        return sat;
    }

    /** Faults exercised. */
    int faults() {
        return faults;
    }

    /** Whether it walks. */
    boolean walking() {
        return core.walking();
    }

    /** Ticks so far. */
    long ticks() {
        return ticks;
    }

    @Override
    public void close() {
        port.close();
    }
}
