package gaitd.robot.latency;

import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Measures the time from a robot's state to its command, alternately for a walking controller whose ticks begin by
 * packets and for a C program that only answers. The same simulated robot measures both.
 */
public final class EchoBench implements AutoCloseable {
    private static final int TRIES = 4;

    private final EchoPlan plan;
    private final PrintWriter out;
    private final BenchProcesses processes = new BenchProcesses();
    private final Side gaitd = new Side();
    private final Side cEcho = new Side();
    private long unanswered;
    private long rivalUnanswered;

    /**
     * A bench that has not begun.
     *
     * @param plan the measurement
     * @param out for lines of text
     */
    public EchoBench(final EchoPlan plan, final PrintWriter out) {
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
            final Path program = EchoProgram.compiled(processes);
            if (program == null) {
                out.println("gcc is not installed (apt install gcc): only this program's side is measured");
            }
            for (int round = 0; round < plan.rounds(); round++) {
                if (program != null && round % 2 == 1) {
                    addC(EchoRound.ofProgram(plan, program, processes));
                }
                final EchoRound ours = gaitd(round + 1);
                gaitd.add(ours.answers());
                unanswered += ours.unanswered();
                if (program != null && round % 2 == 0) {
                    addC(EchoRound.ofProgram(plan, program, processes));
                }
                out.printf(
                        "round %d of %d: %d answers of ours, %d states without%n",
                        round + 1, plan.rounds(), ours.answers().getTotalCount(), ours.unanswered());
                out.flush();
            }
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("the measurement was interrupted", e);
        }
        print();
        return report();
    }

    /** A machine that stalls the simulated robot makes its guards trip: there is nothing to measure then, and the round is done again. */
    private EchoRound gaitd(final int round) throws IOException, InterruptedException {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return EchoRound.gaitd(plan, processes);
            } catch (final Refusal e) {
                out.printf("round %d again: %s%n", round, e.getMessage());
                out.flush();
            }
        }
        return EchoRound.gaitd(plan, processes);
    }

    private void addC(final EchoRound round) {
        cEcho.add(round.answers());
        rivalUnanswered += round.unanswered();
    }

    private double ratio(final double percentile) {
        return gaitd.percentileUs(percentile) / cEcho.percentileUs(percentile);
    }

    private void print() {
        out.printf("from a state's departure to its command's arrival, us, medians of rounds%n");
        out.printf("  %-12s %8s %8s %8s %8s%n", "", "p50", "p99", "p99.9", "max");
        line("gaitd", gaitd.us());
        if (!cEcho.isEmpty()) {
            line("C echo", cEcho.us());
            out.printf("  %-12s %8.2f %8.2f %8.2f%n", "ratio", ratio(50), ratio(99), ratio(99.9));
        }
        out.flush();
    }

    private void line(final String name, final Map<String, Double> us) {
        out.printf(
                "  %-12s %8.1f %8.1f %8.1f %8.1f%n",
                name, us.get("p50"), us.get("p99"), us.get("p99_9"), us.get("max"));
    }

    private Report report() {
        final boolean both = !cEcho.isEmpty();
        return new Report()
                .put("version", Version.TEXT)
                .put("rounds", plan.rounds())
                .put("seconds", plan.seconds())
                .put("priority", plan.priority())
                .put("cpu", plan.cpu())
                .put("spin_us", plan.spinUs())
                .put("ratio_p50", both ? ratio(50) : null)
                .put("ratio_p99", both ? ratio(99) : null)
                .put("ratio_p99_9", both ? ratio(99.9) : null)
                .put("gaitd_us", gaitd.us())
                .put("c_us", both ? cEcho.us() : null)
                .put("answers", gaitd.all().getTotalCount())
                .put("unanswered", unanswered)
                .put("c_answers", both ? cEcho.all().getTotalCount() : null)
                .put("c_unanswered", both ? rivalUnanswered : null)
                .put("kernel", System.getProperty("os.version"))
                .put("java", System.getProperty("java.vm.version"));
    }

    /** Ends every process; a running measurement ends with a refusal. */
    @Override
    public void close() {
        processes.close();
    }
}
