package gaitd.robot.latency;

import gaitd.policies.text.JsonReader;
import gaitd.robot.host.ScratchFolder;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a robot walk for long with everything on, and watches what its processes hold: control, a learner that adapts its policy, a companion
 * that records, publishes and shows, and programs that read all of it. Or a run in lock-step, which is one process that adapts and records.
 */
final class SoakBench implements AutoCloseable {
    private static final String CONTROL = "control";
    private static final int ANY_CPU = -1;
    /** That of the policy. */
    private static final int RATE_HZ = 500;

    private static final long EXTRA_S = 600;
    private static final int SAMPLES = 60;
    /** Seconds of a robot in lock-step that take about one of the clock. */
    private static final int LOCKSTEP_SPEED = 15;

    private static final double NS_PER_S = 1e9;
    private static final long LEAST_MS = 200;
    private static final long SETTLE_MS = 1000;
    private static final int RECORD_MB = 512;
    /** Policy steps of simulated robots a second: a candidate takes a quarter of an hour of the robot, and lock-step a tenth longer. */
    private static final int ADAPT_RATE = 50;

    private static final String POLICY = "a1-stage1-ep-ltc";
    private static final Pattern RECORDED = Pattern.compile("recorded (\\d+) frames");
    private static final Pattern LOST = Pattern.compile("recorded \\d+ frames.*, lost (\\d+)");

    private final int seconds;
    private final int priority;
    private final PrintWriter out;
    private final BenchProcesses processes = new BenchProcesses();
    private final Map<String, UseCourse> courses = new LinkedHashMap<>();
    private volatile Process run;
    private boolean well;

    SoakBench(final int seconds, final int priority, final PrintWriter out) {
        this.seconds = seconds;
        this.priority = priority;
        this.out = out;
    }

    /** Soaks processes in real time. */
    Report realTime() {
        try {
            final Path config = BusyMachine.file(processes, RATE_HZ, priority, "adapt.use = \"on\"\n");
            final int port = RobotProcess.start(config, priority, seconds + EXTRA_S, processes);
            final Path shared = processes.file("shared");
            try (FullCompanion companion = FullCompanion.start(processes, shared, RECORD_MB)) {
                return walk(config, port, shared, companion);
            }
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("the soak was interrupted", e);
        }
    }

    private Report walk(final Path config, final int port, final Path shared, final FullCompanion companion)
            throws IOException, InterruptedException {
        final Path result = processes.file("control.json");
        final Process control = processes.start(
                "control.txt",
                Jvms.realTime(
                        priority > 0,
                        Jvms.CONTROL,
                        "control",
                        "--robot",
                        "udp://127.0.0.1:" + port,
                        "--shared",
                        shared.toString(),
                        "--config",
                        config.toString(),
                        "--policy",
                        POLICY,
                        "--json",
                        result.toString()));
        final WalkingControl walking =
                new WalkingControl(control, ANY_CPU, shared, () -> processes.output("control.txt"));
        final Process learner = processes.start(
                "learner.txt",
                Jvms.learner(
                        "learner",
                        "--shared",
                        shared.toString(),
                        "--config",
                        config.toString(),
                        "--policy",
                        POLICY,
                        "--store",
                        processes.file("policies").toString()));
        final Map<String, Double> metrics;
        final int faults;
        final Sampler sampler =
                new Sampler(Map.of(CONTROL, control, "companion", companion.process(), "learner", learner), 1);
        try {
            final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            faults = walking.walkOn(() -> (endNs - System.nanoTime()) / NS_PER_S, this::tell);
            metrics = companion.metrics();
        } finally {
            sampler.end();
        }
        control.destroy();
        control.waitFor();
        Thread.sleep(SETTLE_MS);
        final boolean learning = learner.isAlive();
        BenchProcesses.end(learner);
        final String said = companion.end();
        final Map<?, ?> report = (Map<?, ?>) JsonReader.parse(Files.readString(result));
        return common("real time", report, said)
                .put("broker", companion.hasBroker())
                .put("learner_alive", learning)
                .put("faults_cleared", faults)
                .put("missed_ticks", report.get("missed_ticks"))
                .put("control_alloc_bytes", report.get("alloc_bytes"))
                .put("page_bytes", companion.pageBytes())
                .put("foxglove_messages", companion.foxgloveMessages())
                .put("foxglove_dropped", metrics.get("gaitd_foxglove_dropped_total"))
                .put("mqtt_dropped", metrics.get("gaitd_mqtt_dropped_total"))
                .put("mqtt_events_lost", metrics.get("gaitd_mqtt_events_lost_total"))
                .put("mqtt_waiting_bytes", metrics.get("gaitd_mqtt_waiting_bytes"));
    }

    /** Soaks a run in lock-step, whose seconds are those of its robot. */
    Report lockstep() {
        try (ScratchFolder records = ScratchFolder.create("gaitd-records")) {
            final Path result = processes.file("run.json");
            run = processes.start(
                    "run.txt",
                    Jvms.ordinary(
                            Jvms.PROGRAM,
                            "run",
                            "--lockstep",
                            "--seconds",
                            Integer.toString(seconds),
                            "--vx",
                            "0.3",
                            "--policy",
                            POLICY,
                            "--adapt",
                            "--adapt-rate",
                            Integer.toString(ADAPT_RATE),
                            "--store",
                            processes.file("policies").toString(),
                            "--record",
                            records.path().toString(),
                            "--record-mb",
                            "64",
                            "--record-total-mb",
                            Integer.toString(RECORD_MB),
                            "--json",
                            result.toString()));
            final Sampler sampler = new Sampler(Map.of("run", run), LOCKSTEP_SPEED);
            try {
                run.waitFor();
            } finally {
                sampler.end();
            }
            final String said = processes.output("run.txt");
            if (!Files.exists(result)) {
                throw new Refusal("the run left no report; it said last: "
                        + said.strip().lines().reduce((first, second) -> second).orElse("nothing"));
            }
            final Map<?, ?> report = (Map<?, ?>) JsonReader.parse(Files.readString(result));
            return common("lock-step", report, said);
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("the soak was interrupted", e);
        }
    }

    /** Ends a run in lock-step early; what it was like until then is reported. */
    void finish() {
        if (run != null) {
            run.destroy();
        }
    }

    private void tell(final String line) {
        out.println(line);
        out.flush();
    }

    private static long number(final Pattern pattern, final String text) {
        final Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    /** Looks at processes until it is ended; control's JVM cannot collect and is not asked to. */
    private final class Sampler {
        private final long everyMs;
        private final Thread thread;

        private Sampler(final Map<String, Process> watched, final int speed) {
            everyMs = Math.max(LEAST_MS, TimeUnit.SECONDS.toMillis(seconds) / SAMPLES / speed);
            watched.keySet().forEach(name -> courses.put(name, new UseCourse()));
            thread = Thread.ofPlatform().name("soak").start(() -> work(watched));
        }

        private void work(final Map<String, Process> watched) {
            try {
                while (true) {
                    Thread.sleep(everyMs);
                    for (final Map.Entry<String, Process> process : watched.entrySet()) {
                        final boolean collects = !process.getKey().equals(CONTROL);
                        final ProcessUse use = ProcessUse.of(process.getValue().pid(), collects);
                        courses.get(process.getKey()).add(use);
                        out.printf(
                                Locale.ROOT,
                                "%s: %.0f MB resident, %.1f MB of objects, %d descriptors, %d threads%n",
                                process.getKey(),
                                use.residentMb(),
                                use.heapMb(),
                                use.descriptors(),
                                use.threads());
                    }
                    out.flush();
                }
            } catch (final IOException gone) {
                out.println("a process has ended: " + gone.getMessage());
                out.flush();
            } catch (final InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        void end() throws InterruptedException {
            thread.interrupt();
            thread.join();
        }
    }

    private Report common(final String how, final Map<?, ?> loop, final String said) {
        final long ticks = ((Number) loop.get("ticks")).longValue();
        final long recorded = number(RECORDED, said);
        final long lost = Math.max(0, number(LOST, said));
        final boolean flat = courses.values().stream().allMatch(UseCourse::isFlat);
        final long unaccounted = Math.max(0, ticks - recorded - lost);
        well = flat && unaccounted == 0;
        final Report report = new Report()
                .put("version", Version.TEXT)
                .put("how", how)
                .put("priority", priority)
                .put("seconds", seconds)
                .put("ticks", ticks)
                .put("recorded", recorded)
                .put("recorder_lost", lost)
                .put("unaccounted", unaccounted);
        courses.forEach((name, course) -> report.put(name, course.report()));
        return report.put("flat", flat);
    }

    /** Whether nothing grew, and each frame is recorded or counted as lost. */
    boolean isWell() {
        return well;
    }

    @Override
    public void close() {
        processes.close();
    }
}
