package gaitd.runtime.rt;

import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Setting;
import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.loop.Waiter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests every real-time measure of the configuration for the control thread, and keeps the outcomes.
 *
 * <p>{@link #apply} is called once by the control thread before its first tick. What is refused leaves the thread as it
 * was; the caller decides whether it may run so. Closing lets processors use deep idle states again; the rest ends with
 * the thread or the process.
 */
public final class RealTimeSetup implements AutoCloseable {
    /** Name of the control thread in ps and top. */
    public static final String THREAD_NAME = "gaitd-control";

    private static final int PRIORITY_LEAST_USEFUL = 1;

    private final Config config;
    private final Syscalls calls;
    private final Refusals refusals;
    private final LatencyHold latency;
    private final JvmThreads jvmThreads;
    private final NanoClock clock;
    private volatile List<Outcome> outcomes = List.of();

    /**
     * A setup of this machine; requests nothing yet.
     *
     * @param config the measures
     * @param clock the loop's clock
     */
    public RealTimeSetup(final Config config, final NanoClock clock) {
        this(config, clock, Syscalls.ofThisMachine(), Limits.OF_THIS_PROCESS, LatencyHold.FILE, new JvmThreads());
    }

    RealTimeSetup(
            final Config config,
            final NanoClock clock,
            final Syscalls calls,
            final Path limits,
            final Path latencyFile,
            final JvmThreads jvmThreads) {
        this.config = config;
        this.clock = clock;
        this.calls = calls;
        refusals = new Refusals(new Limits(limits), latencyFile);
        this.jvmThreads = jvmThreads;
        latency = new LatencyHold(latencyFile);
    }

    /**
     * The best way to wait that this machine has.
     *
     * @return sleeps in the kernel, or relatively where that is not possible
     */
    public Waiter waiter() {
        return KernelWaiter.sharesClock(calls, clock)
                ? new KernelWaiter(calls, clock, config.periodNs(), Math.round(config.get(Setting.RT_SPIN_US) * 1e3))
                : new ParkWaiter(clock);
    }

    /**
     * Requests all measures for the calling thread.
     *
     * @return one outcome a measure, in the order of {@link Measure}
     */
    public List<Outcome> apply() {
        final List<Outcome> all = new ArrayList<>();
        all.add(priority((int) config.get(Setting.RT_PRIORITY)));
        all.add(jvmThreads((int) config.get(Setting.RT_PRIORITY), (int) config.get(Setting.RT_CPU)));
        all.add(affinity((int) config.get(Setting.RT_CPU)));
        all.add(memory(config.get(ChoiceSetting.RT_LOCK_MEMORY)));
        all.add(latency((int) config.get(Setting.RT_DMA_LATENCY_US)));
        all.add(slack(Math.round(config.get(Setting.RT_TIMER_SLACK_NS))));
        all.add(outcome(Measure.THREAD_NAME, THREAD_NAME, calls.nameThread(THREAD_NAME)));
        all.add(outcome(
                Measure.ABSOLUTE_SLEEP, "clock_nanosleep", KernelWaiter.sharesClock(calls, clock) ? 0 : Errno.ENOSYS));
        jvmThreads.endBoost(calls, (int) config.get(Setting.RT_PRIORITY) >= PRIORITY_LEAST_USEFUL);
        outcomes = List.copyOf(all);
        return outcomes;
    }

    /**
     * Requests priority, timer slack and a name for the calling thread, which works for the control thread and is not kept on its
     * processor. What is refused is what {@link #apply} is refused, and told there.
     *
     * @param name of the thread in ps and top, at most 15 letters
     */
    public void applyBeside(final String name) {
        final int priority = (int) config.get(Setting.RT_PRIORITY);
        if (priority >= PRIORITY_LEAST_USEFUL) {
            calls.fifo(0, priority);
        }
        final long slackNs = Math.round(config.get(Setting.RT_TIMER_SLACK_NS));
        if (slackNs != 0) {
            calls.timerSlack(slackNs);
        }
        calls.nameThread(name);
    }

    /**
     * Runs the calling thread and the JVM's compilers before all ordinary work, if real-time priority is configured, so
     * that a busy computer does not delay the start. A refusal here is repeated by {@link #apply}, and reported there.
     */
    public void boostStart() {
        final int priority = (int) config.get(Setting.RT_PRIORITY);
        if (priority >= PRIORITY_LEAST_USEFUL) {
            jvmThreads.raise(calls, priority, -1);
            calls.fifo(0, JvmThreads.COMPILERS);
        }
    }

    /**
     * Keeps this process off the processor of the control thread, where the settings name one: for a process beside control. A
     * processor that is the only one is not left.
     *
     * @return whether it is off that processor, or none is named
     */
    public boolean leaveControlsProcessor() {
        final int cpu = (int) config.get(Setting.RT_CPU);
        return cpu < 0 || jvmThreads.leave(calls, cpu) == 0;
    }

    private Outcome priority(final int priority) {
        return priority < PRIORITY_LEAST_USEFUL
                ? Outcome.notAsked(Measure.PRIORITY)
                : outcome(Measure.PRIORITY, "SCHED_FIFO " + priority, calls.fifo(0, priority));
    }

    private Outcome jvmThreads(final int priority, final int cpu) {
        return priority < PRIORITY_LEAST_USEFUL
                ? Outcome.notAsked(Measure.JVM_THREADS)
                : outcome(
                        Measure.JVM_THREADS,
                        "compilers SCHED_FIFO " + JvmThreads.COMPILERS + ", VM thread " + priority
                                + (cpu < 0 ? "" : ", off processor " + cpu),
                        jvmThreads.raise(calls, priority, cpu));
    }

    private Outcome affinity(final int cpu) {
        return cpu < 0
                ? Outcome.notAsked(Measure.AFFINITY)
                : outcome(Measure.AFFINITY, "processor " + cpu, calls.pin(cpu));
    }

    private Outcome memory(final LockMemory which) {
        return switch (which) {
            case OFF -> Outcome.notAsked(Measure.MEMORY_LOCK);
            case USED -> outcome(Measure.MEMORY_LOCK, "pages in use", calls.lockMemory(false));
            case ALL -> outcome(Measure.MEMORY_LOCK, "all pages", calls.lockMemory(true));
        };
    }

    private Outcome latency(final int us) {
        return us < 0
                ? Outcome.notAsked(Measure.DMA_LATENCY)
                : outcome(Measure.DMA_LATENCY, us + " us", latency.hold(us));
    }

    private Outcome slack(final long ns) {
        return ns == 0
                ? Outcome.notAsked(Measure.TIMER_SLACK)
                : outcome(Measure.TIMER_SLACK, ns + " ns", calls.timerSlack(ns));
    }

    private Outcome outcome(final Measure measure, final String asked, final int errno) {
        return errno == 0
                ? Outcome.done(measure, asked)
                : Outcome.refused(
                        measure, asked, refusals.reason(measure, errno), refusals.remedy(measure, errno, asked));
    }

    /**
     * Outcomes of the measures.
     *
     * @return empty before {@link #apply}
     */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Lets processors use deep idle states again. */
    @Override
    public void close() {
        latency.close();
    }
}
