package gaitd.robot.latency;

import gaitd.policies.text.JsonFields;
import gaitd.robot.report.HistogramText;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One round of one side with a robot of its own.
 *
 * @param answers time from a state's departure to its answer's arrival, ns
 * @param unanswered states without an answer in time
 */
record EchoRound(Histogram answers, long unanswered) {
    private static final String ROBOT = "echo-robot.txt";
    private static final String SIDE = "echo-side.txt";
    private static final long MARGIN_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 50;

    /** The C program's side. */
    static EchoRound ofProgram(final EchoPlan plan, final Path program, final BenchProcesses processes)
            throws IOException, InterruptedException {
        final Process robot = robot(plan, processes);
        final Process side = processes.start(
                SIDE,
                List.of(
                        program.toString(),
                        awaited(EchoRobot.LISTENS, robot, MARGIN_NS, processes),
                        Integer.toString(plan.priority()),
                        Integer.toString(plan.cpu())));
        final EchoRound round = result(plan, side, processes);
        BenchProcesses.end(side);
        BenchProcesses.end(robot);
        return round;
    }

    /** This program's side: a run that walks, in the JVM of the control process, with ticks by packets. */
    static EchoRound gaitd(final EchoPlan plan, final BenchProcesses processes)
            throws IOException, InterruptedException {
        final Process robot = robot(plan, processes);
        final Path config = Files.writeString(processes.file("echo.toml"), settings(plan));
        final Path report = processes.file("echo.json");
        Files.deleteIfExists(report);
        final Process side = processes.start(
                SIDE,
                Jvms.realTime(
                        false,
                        Jvms.PROGRAM,
                        "run",
                        "--robot",
                        "udp://127.0.0.1:" + awaited(EchoRobot.LISTENS, robot, MARGIN_NS, processes),
                        "--no-view",
                        "--strict-rt",
                        "--vx",
                        "0.3",
                        "--seconds",
                        Integer.toString(plan.seconds() + EchoPlan.SETTLE_S),
                        "--config",
                        config.toString(),
                        "--json",
                        report.toString()));
        final EchoRound round = result(plan, side, processes);
        final int code = side.waitFor();
        BenchProcesses.end(robot);
        if (code != 0 || !Files.exists(report)) {
            throw refused(plan, processes.output(SIDE));
        }
        final long ticks = (long) JsonFields.read(report).number("packet_ticks");
        if (ticks < round.answers.getTotalCount()) {
            throw new Refusal("only " + ticks + " ticks began by a packet: expected at least one for each answer");
        }
        return round;
    }

    private static String settings(final EchoPlan plan) {
        final boolean privileged = plan.priority() > 0;
        return String.join(
                System.lineSeparator(),
                List.of(
                        "loop.rate_hz = " + 1_000_000 / EchoPlan.INTERVAL_US,
                        ChoiceSetting.SCHEDULE.line(Schedule.PACKETS),
                        "loop.missed_ticks_max = 1000",
                        "safety.stale_ms = 500",
                        "safety.state_lag_max_ms = 5000",
                        Setting.RT_PRIORITY.line(plan.priority()),
                        Setting.RT_CPU.line(plan.cpu()),
                        "rt.spin_us = " + plan.spinUs(),
                        ChoiceSetting.RT_LOCK_MEMORY.line(privileged ? LockMemory.USED : LockMemory.OFF),
                        ""));
    }

    /** On another processor than the measured sides, since it spins. */
    private static Process robot(final EchoPlan plan, final BenchProcesses processes) throws IOException {
        final int cpu =
                plan.cpu() < 0 ? -1 : (plan.cpu() + 1) % Runtime.getRuntime().availableProcessors();
        return processes.start(
                ROBOT,
                Jvms.ordinary(
                        EchoRobot.class.getName(),
                        Integer.toString(plan.seconds()),
                        Integer.toString(plan.priority()),
                        Integer.toString(cpu)));
    }

    private static EchoRound result(final EchoPlan plan, final Process side, final BenchProcesses processes)
            throws IOException, InterruptedException {
        final long longestNs = MARGIN_NS + TimeUnit.SECONDS.toNanos(plan.seconds() + EchoPlan.SETTLE_S);
        final String[] result;
        try {
            result = awaited(EchoRobot.RESULT, side, longestNs, processes).split(" ", -1);
        } catch (final Refusal e) {
            throw refused(plan, processes.output(SIDE));
        }
        final Histogram answers = HistogramText.decode(result[1]);
        if (answers.getTotalCount() == 0) {
            throw refused(plan, processes.output(SIDE));
        }
        return new EchoRound(answers, Long.parseLong(result[0]));
    }

    /** The robot's output after a word; waits while the process lives. */
    private static String awaited(
            final String word, final Process living, final long longestNs, final BenchProcesses processes)
            throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + longestNs;
        while (System.nanoTime() < endNs) {
            final boolean alive = living.isAlive();
            final String said = processes.output(ROBOT);
            final int at = said.indexOf(word);
            final int end = at < 0 ? -1 : said.indexOf('\n', at);
            if (end > 0) {
                return said.substring(at + word.length(), end).strip();
            }
            if (!alive) {
                break;
            }
            Thread.sleep(LOOK_MS);
        }
        throw new Refusal(
                "the measuring robot did not print '" + word.strip() + "': " + lastLine(processes.output(ROBOT)));
    }

    private static Refusal refused(final EchoPlan plan, final String said) {
        return new Refusal("no answers to measure: " + lastLine(said)
                + (plan.priority() > 0 ? "; --priority 0 measures without privileges" : ""));
    }

    private static String lastLine(final String said) {
        final String last =
                said.strip().lines().reduce((first, second) -> second).orElse("the process printed nothing");
        return said.lines()
                .filter(line -> line.contains("FAULT "))
                .map(line -> line.strip() + ", " + last)
                .findFirst()
                .orElse(last);
    }
}
