package gaitd.robot.latency;

import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the wake-up lateness of a control process and of cyclictest alternately, first idle and then under load.
 *
 * <p>Each round of each side is a process of its own, so both measure the same machine within seconds; their order
 * changes every round.
 */
public final class LatencyBench implements AutoCloseable {
    private static final long ROUND_EXTRA_S = 60;
    private static final long KILL_S = 10;
    private static final int RECORD_MB = 512;
    private static final long SETTLE_MS = 2000;

    private final LatencyPlan plan;
    private final PrintWriter out;
    private final BenchProcesses processes = new BenchProcesses();
    private final List<ConditionResult> conditions = new ArrayList<>();
    private boolean installed;

    /**
     * A bench that has not begun.
     *
     * @param plan the measurement
     * @param out for lines of text
     */
    public LatencyBench(final LatencyPlan plan, final PrintWriter out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Measures everything.
     *
     * @return the result
     * @throws Refusal when a process is refused what it needs
     */
    public Report run() {
        try {
            installed = Cyclictest.installed(processes);
            if (!installed) {
                out.println("cyclictest is not installed (apt install rt-tests): only this program's side is measured");
            }
            final long conditionS = plan.rounds()
                    * (plan.companion() ? 3L : 2L)
                    * (plan.seconds() + ROUND_EXTRA_S + plan.kills() * KILL_S);
            final int port = RobotProcess.start(plan, conditionS * 2, processes);
            measure(new ConditionResult("idle", ""), port);
            if (!plan.loads().isEmpty()) {
                final List<Process> loads = new ArrayList<>();
                for (final LoadKind load : plan.loads()) {
                    loads.add(processes.start(
                            "load-" + load + ".txt",
                            Jvms.ordinary(LoadProcess.class.getName(), load.name(), Long.toString(conditionS))));
                }
                measure(new ConditionResult("under load", "load_"), port);
                loads.forEach(BenchProcesses::end);
            }
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("the measurement was interrupted", e);
        }
        return report();
    }

    private void measure(final ConditionResult condition, final int port) throws IOException, InterruptedException {
        final StolenTime host = new StolenTime(plan.cpu());
        final long stolenMs = host.stolenMs();
        final long throttled = host.throttled();
        for (int round = 0; round < plan.rounds(); round++) {
            if (installed && round % 2 == 1) {
                condition.cyclictest.add(Cyclictest.run(plan, processes));
            }
            if (plan.kills() > 0 && round % 2 == 1) {
                condition.killed.add(ControlRound.run(plan, port, processes, plan.kills()));
            }
            if (plan.companion() && round % 2 == 1) {
                condition.accompanied.add(accompanied(port));
            }
            final ControlRound control = ControlRound.run(plan, port, processes, 0);
            condition.add(control);
            if (plan.companion() && round % 2 == 0) {
                condition.accompanied.add(accompanied(port));
            }
            if (plan.kills() > 0 && round % 2 == 0) {
                condition.killed.add(ControlRound.run(plan, port, processes, plan.kills()));
            }
            if (installed && round % 2 == 0) {
                condition.cyclictest.add(Cyclictest.run(plan, processes));
            }
            if (plan.kills() > 0) {
                out.printf(
                        "%s, %s%n", condition.name(), condition.killed.getLast().brief());
            }
            out.printf("%s, round %d of %d: %s%n", condition.name(), round + 1, plan.rounds(), control.brief());
            out.flush();
        }
        condition.taken(difference(host.stolenMs(), stolenMs), difference(host.throttled(), throttled));
        conditions.add(condition);
        condition.print(out);
    }

    private ControlRound accompanied(final int port) throws IOException, InterruptedException {
        try (FullCompanion companion = FullCompanion.start(processes, processes.file("shared"), RECORD_MB)) {
            Thread.sleep(SETTLE_MS);
            final ControlRound round = ControlRound.run(plan, port, processes, 0);
            if (!companion.hasBroker()) {
                out.println("mosquitto is not installed (apt install mosquitto): the companion published nothing");
            }
            return round;
        }
    }

    private static Long difference(final long now, final long before) {
        return now < 0 || before < 0 ? null : now - before;
    }

    private Report report() {
        final Report report = new Report()
                .put("version", Version.TEXT)
                .put("rounds", plan.rounds())
                .put("seconds", plan.seconds())
                .put("priority", plan.priority())
                .put("cpu", plan.cpu())
                .put("spin_us", plan.spinUs())
                .put("kill_companion", plan.kills())
                .put("companion", plan.companion())
                .put(
                        "loads",
                        plan.loads().stream()
                                .map(load -> load.name().toLowerCase(Locale.ROOT))
                                .toList())
                .put("kernel", System.getProperty("os.version"))
                .put("java", System.getProperty("java.vm.version"));
        conditions.forEach(condition -> condition.report(report));
        return report;
    }

    /**
     * Draws the distributions.
     *
     * @param pictures draws
     * @param folder where to
     * @param err told in one line when no picture can be drawn
     */
    public void plot(final LatencyPictures pictures, final Path folder, final PrintWriter err) {
        pictures.write(conditions, folder, err);
    }

    /** Ends every process; a running measurement ends with a refusal. */
    @Override
    public void close() {
        processes.close();
    }
}
