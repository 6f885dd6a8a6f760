package gaitd.robot.latency;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.host.ScratchFolder;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.runtime.shared.SharedFollower;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills companions while they record, and looks at what is left. */
@Command(
        name = "kills",
        description =
                "Kills companions with SIGKILL at random times while they record a walking robot, mends and checks each file; 1 when one does"
                        + " not open or lost more than its last chunk.",
        footer = {"", "Example: gaitd bench kills --times 200 --json kills.json"})
public final class KillsBenchCommand implements Callable<Integer> {
    private static final int TIMES_MAX = 100_000;
    private static final int ANY_CPU = -1;
    private static final int RATE_HZ = 500;
    private static final long KILL_S = 30;
    private static final double WALK_S = 10;
    /** A chunk, and what a busy computer takes to hand it to the disk. */
    private static final double LOST_MAX_S = 1.5;

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Mixin
    private SeedOption seed;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Mixin
    private PriorityOption priority;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "20",
            description = "companions to kill (default ${DEFAULT-VALUE})")
    private int times;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public KillsBenchCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--times", times, 1, TIMES_MAX, "companions");
        try (BenchProcesses processes = new BenchProcesses();
                ScratchFolder records = ScratchFolder.create("gaitd-records")) {
            interrupts.onInterrupt(processes::close);
            final Path shared = processes.file("shared");
            final WalkingControl control = start(processes, shared);
            final RecorderVictim victim =
                    new RecorderVictim(records.path(), new SharedFollower(shared, System::nanoTime), seed.value());
            final AtomicBoolean done = new AtomicBoolean();
            final int killed;
            try (CompanionKiller killer = new CompanionKiller(processes, shared, times, victim, () -> done.set(true))) {
                killer.start();
                control.walkOn(() -> done.get() ? 0 : WALK_S, spec.commandLine().getOut()::println);
                killed = killer.killed();
                if (killer.problem() != null) {
                    spec.commandLine().getErr().println("ended early: " + killer.problem());
                }
            }
            return report(killed, victim);
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("the measurement was interrupted", e);
        }
    }

    private WalkingControl start(final BenchProcesses processes, final Path shared)
            throws IOException, InterruptedException {
        final Path config = BusyMachine.file(processes, RATE_HZ, priority.value(), "");
        final int port = RobotProcess.start(config, priority.value(), times * KILL_S, processes);
        final Process control = processes.start(
                "control.txt",
                Jvms.realTime(
                        priority.value() > 0,
                        Jvms.CONTROL,
                        "control",
                        "--robot",
                        "udp://127.0.0.1:" + port,
                        "--shared",
                        shared.toString(),
                        "--config",
                        config.toString()));
        return new WalkingControl(control, ANY_CPU, shared, () -> processes.output("control.txt"));
    }

    private int report(final int killed, final RecorderVictim victim) {
        final List<Double> lost = victim.lostS();
        final double most = lost.isEmpty() ? 0 : lost.getLast();
        final double median = lost.isEmpty() ? 0 : lost.get(lost.size() / 2);
        final long over = lost.stream().filter(it -> it > LOST_MAX_S).count();
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d companions killed; %d files with %d ticks, %d without; lost at the end %.3f s (median), %.3f s (most), %d times over 1.5 s; %d torn bytes%n",
                killed,
                lost.size(),
                victim.ticks(),
                victim.empty(),
                median,
                most,
                over,
                victim.tornBytes());
        victim.wrong().forEach(out::println);
        json.write(new Report()
                .put("version", Version.TEXT)
                .put("killed", killed)
                .put("files_with_ticks", lost.size())
                .put("files_without_ticks", victim.empty())
                .put("ticks", victim.ticks())
                .put("lost_s_median", median)
                .put("lost_s_most", most)
                .put("lost_over_1_5_s", over)
                .put("torn_bytes", victim.tornBytes())
                .put("wrong", victim.wrong()));
        return killed == times && victim.wrong().isEmpty() && over == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
