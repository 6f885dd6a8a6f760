package gaitd.bench.bus;

import gaitd.hal.A1;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import gaitd.runtime.rt.RealTimeSetup;
import gaitd.sim.bus.BusPace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times of the motors' buses. */
@Command(
        name = "bus",
        description =
                "Times an exchange with a motor and a cycle of a bus, on four pseudo-terminals with three simulated motors each, beside"
                        + " what the wire allows.",
        footer = {"", "Example: gaitd bench bus --seconds 10 --json bus.json"})
public final class BusBench implements Callable<Integer> {
    private static final double SECONDS_MAX = 3600;
    private static final double WARM_S = 2;
    private static final double TURN_MAX_US = 20_000;
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_S = 1e9;
    private static final double P99 = 99;
    private static final double MEDIAN = 50;

    @Mixin
    HelpOption help;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(5);

    @Mixin
    private ConfigOption config;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--turn-us",
            paramLabel = "US",
            defaultValue = "50",
            description = "turn-around of a motor, which nobody has measured (default ${DEFAULT-VALUE})")
    private double turnUs;

    private final Report report = new Report();

    /** Made by the command line. */
    public BusBench() {}

    @Override
    public Integer call() {
        json.check();
        final double measureS = seconds.value(0.5, SECONDS_MAX);
        final long turnNs = Math.round(Inputs.inRange("--turn-us", turnUs, 0, TURN_MAX_US, "us") * NS_PER_US);
        final Config settings = Inputs.config(config.file).conclude();
        final BusPace wire = new BusPace(BusPace.A1_BAUD, turnNs);
        report.put("version", Version.TEXT)
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("kernel", System.getProperty("os.version"))
                .put("turn_us", turnUs);
        computed(wire);
        try (RealTimeSetup setup = new RealTimeSetup(settings, System::nanoTime)) {
            round("pty", "ptys alone, as fast as they go", new BusPace(1e12, 0), 1, measureS, setup);
            round("paced", "paced as a 4.8 Mbaud line, as fast as it goes", wire, 1, measureS, setup);
            round(
                    "scheduled",
                    "the same, by a schedule of the control period",
                    wire,
                    settings.periodNs(),
                    measureS,
                    setup);
        }
        out().printf(
                        "limits: %d processors for eight threads of buses and one tick, no adapter and no USB, kernel %s%n",
                        Runtime.getRuntime().availableProcessors(), System.getProperty("os.version"));
        json.write(report);
        return ExitCode.OK;
    }

    /** What the wire allows, whatever the computer does. */
    private void computed(final BusPace wire) {
        final double bare = new BusPace(BusPace.A1_BAUD, 0).exchangeNs();
        final double turned = wire.exchangeNs();
        out().printf(
                        "computed for 4.8 Mbaud: exchange %.1f us, cycle %.1f us, %.0f Hz; with a turn-around of %.0f us %.1f us, %.1f us, %.0f Hz%n",
                        bare / NS_PER_US,
                        A1.JOINTS_PER_LEG * bare / NS_PER_US,
                        NS_PER_S / (A1.JOINTS_PER_LEG * bare),
                        turnUs,
                        turned / NS_PER_US,
                        A1.JOINTS_PER_LEG * turned / NS_PER_US,
                        NS_PER_S / (A1.JOINTS_PER_LEG * turned));
        report.put("wire_exchange_us", bare / NS_PER_US)
                .put("wire_cycle_us", A1.JOINTS_PER_LEG * bare / NS_PER_US)
                .put("wire_rate_hz", NS_PER_S / (A1.JOINTS_PER_LEG * bare))
                .put("turned_rate_hz", NS_PER_S / (A1.JOINTS_PER_LEG * turned));
    }

    private void round(
            final String key,
            final String name,
            final BusPace pace,
            final long cycleNs,
            final double measureS,
            final RealTimeSetup setup) {
        final BusRound round = new BusRound();
        round.run(pace, cycleNs, WARM_S, measureS, setup);
        final Histogram exchange = round.exchanges();
        final Histogram cycle = round.cycles();
        out().printf(
                        "%s: exchange p50 %.0f p99 %.0f us, cycle p50 %.0f p99 %.0f max %.0f us, %.0f Hz on each of four buses, %.2f heap bytes a"
                                + " tick, %d timeouts%n",
                        name,
                        exchange.getValueAtPercentile(MEDIAN) / NS_PER_US,
                        exchange.getValueAtPercentile(P99) / NS_PER_US,
                        cycle.getValueAtPercentile(MEDIAN) / NS_PER_US,
                        cycle.getValueAtPercentile(P99) / NS_PER_US,
                        cycle.getMaxValue() / NS_PER_US,
                        round.rateHz(),
                        round.heapBytesPerTick(),
                        round.timeouts());
        out().flush();
        report.putPercentiles(key + "_exchange_us", exchange)
                .putPercentiles(key + "_cycle_us", cycle)
                .put(key + "_rate_hz", round.rateHz())
                .put(key + "_heap_bytes_per_tick", round.heapBytesPerTick())
                .put(key + "_timeouts", round.timeouts());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
