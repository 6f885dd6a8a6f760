package gaitd.bench.envelope;

import gaitd.policies.cpg.Gait;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.runtime.gait.GaitEnvelope;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves the envelopes that commands are held to. */
@Command(
        name = "envelope",
        description = "Drives simulated robots to the ends of each gait's envelope of velocities, stops them and turns"
                + " them round at once; fails when one falls.",
        footer = {"", "Example: gaitd bench envelope --gait walk --seeds 2 --json envelope.json"})
public final class EnvelopeBench implements Callable<Integer> {
    private static final int SEEDS_MAX = 1000;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gait", paramLabel = "GAIT", description = "only this one: walk, trot, pace or bound")
    private Gait only;

    @Option(
            names = "--drive",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "only drives with this in their names, for example '+vx held', flipped or reversed")
    private String part;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "8",
            description = "robots of each drive, stopped in different phases (default ${DEFAULT-VALUE})")
    private int seeds;

    @Mixin
    private JsonOption json;

    private final Report report = new Report().put("version", Version.TEXT);
    private int fallen;
    private int driven;

    @Override
    public Integer call() {
        json.check();
        final int robots = (int) Inputs.inRange("--seeds", seeds, 1, SEEDS_MAX, "robots");
        for (final Gait gait : only == null ? Gait.values() : new Gait[] {only}) {
            gait(gait, robots);
        }
        if (driven == 0) {
            throw new ConfigException("--drive '" + part + "' is in no drive's name: try '+vx held' or flipped");
        }
        json.write(report.put("robots", driven).put("fallen", fallen).put("pass", fallen == 0));
        return fallen == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private void gait(final Gait gait, final int robots) {
        final GaitEnvelope envelope = GaitEnvelope.of(gait);
        final List<List<Drive>> drives =
                IntStream.range(0, robots).mapToObj(n -> Drive.all(envelope, n)).toList();
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-6s vx %.2f m/s, vy %.2f m/s, yaw rate %.2f rad/s, %.2f m/s^2, %.2f rad/s^2%n",
                gait,
                envelope.vxMaxMS(),
                envelope.vyMaxMS(),
                envelope.yawRateMaxRadS(),
                envelope.accelerationMaxMS2(),
                envelope.yawAccelerationMaxRadS2());
        int up = 0;
        int all = 0;
        double stopS = 0;
        for (int d = 0; d < drives.getFirst().size(); d++) {
            final int number = d;
            final String name = drives.getFirst().get(d).name();
            if (!name.contains(part)) {
                continue;
            }
            final List<EnvelopeTrial> trials = IntStream.range(0, robots)
                    .parallel()
                    .mapToObj(n -> EnvelopeTrial.run(
                            Config.defaults(), gait, drives.get(n).get(number), n + 1))
                    .toList();
            final int stayed =
                    (int) trials.stream().filter(EnvelopeTrial::stayedUp).count();
            final double slowestS =
                    trials.stream().mapToDouble(EnvelopeTrial::stopS).max().orElseThrow();
            out.printf("       %-24s %d of %d stay up, at rest after %.2f s%n", name, stayed, robots, slowestS);
            out.flush();
            report.put(gait + " " + name, stayed);
            up += stayed;
            all += robots;
            stopS = Math.max(stopS, slowestS);
        }
        out.printf("%-6s %d of %d stay up, at rest after %.2f s at the latest%n", gait, up, all, stopS);
        report.put(gait + " stop_max_s", stopS);
        driven += all;
        fallen += all - up;
    }
}
