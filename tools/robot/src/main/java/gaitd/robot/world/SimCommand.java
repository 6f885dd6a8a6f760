package gaitd.robot.world;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.report.Report;
import gaitd.robot.report.WalkReport;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.wire.ControlPort;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.ServerCounter;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a robot on a UDP port. */
@Command(
        name = "sim",
        description = "A simulated A1 on a UDP port, answering joint-level commands as the robot does.",
        footer = {
            "",
            "Example: gaitd sim --listen 127.0.0.1:8007",
            "With the motors on RS-485 buses: gaitd sim --bus /tmp/a1, then gaitd run --robot rs485:/tmp/a1/bus.toml"
        })
public final class SimCommand implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e6;
    private static final double STREAM_MAX_HZ = 1000;
    private static final int PORT_MAX = 65_535;

    @Mixin
    HelpOption help;

    @Mixin
    private WorldOptions worldOptions;

    @Mixin
    private final SecondsOption seconds = new SecondsOption("until Ctrl-C");

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "where to listen; port 0 takes a free one (with --bus default 127.0.0.1:0)")
    private String listen;

    @Mixin
    private SimBusOptions buses;

    @Option(
            names = "--hung",
            description =
                    "hang the robot up by its trunk, feet clear of the ground, as a robot hangs that is commanded for the"
                            + " first time")
    private boolean hung;

    @Option(
            names = "--stream",
            paramLabel = "HZ",
            description = "send states at this rate whether or not commands come (default one state for each command)")
    private Double streamHz;

    @Option(
            names = "--remote",
            paramLabel = "FILE",
            description =
                    "a file of 40 bytes that states carry as those of the wireless remote; made if it is not there")
    private Path remote;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            description =
                    "UDP port on 127.0.0.1 that takes lines such as pause, push 0.5 0, fault on imu.off or state; 0 takes a free"
                            + " one")
    private Integer controlPort;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public SimCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        final Config config = worldOptions.config().conclude();
        final World world = worldOptions.world(hung);
        final InetSocketAddress address = Inputs.listen(where());
        final double duration = seconds.value(0, SECONDS_MAX);
        if (address.isUnresolved()) {
            throw new Refusal("--listen " + where() + ": the host is not known here; check its name");
        }
        final SimulatedA1 robot = world.robot(config);
        if (remote != null) {
            robot.setRemote(new RemoteFile(remote));
        }
        final ServedWalk walk = new ServedWalk(robot, world.terrain(), world.massKg(config));
        try (SimServer server = new SimServer(robot, walk, address)) {
            if (streamHz != null) {
                server.stream(Math.round(1e9 / Inputs.inRange("--stream", streamHz, 1, STREAM_MAX_HZ, "Hz")));
            }
            spec.commandLine().getOut().print(VariationText.of(world.variation(config)));
            final double groundM = world.terrain().heightM(0, 0);
            try (BusFolder folder = buses.folder(server, world.seed());
                    ControlPort control = control(server, groundM)) {
                serve(server, folder, control, duration);
                finish(world, config, server, folder);
            }
        } catch (final IOException e) {
            throw new Refusal("--listen " + where() + ": " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    /** Where the main board listens: it may be left out where the motors are on buses. */
    private String where() {
        if (listen == null && !buses.given()) {
            throw new ConfigException("sim needs --listen HOST:PORT, or --bus DIR for motors on buses of their own");
        }
        return listen == null ? "127.0.0.1:0" : listen;
    }

    private ControlPort control(final SimServer server, final double groundM) {
        if (controlPort == null) {
            return null;
        }
        final int port = (int) Inputs.inRange("--control-port", controlPort, 0, PORT_MAX, "(0 takes a free one)");
        try {
            return new ControlPort(server, port, groundM);
        } catch (final IOException e) {
            throw new Refusal("--control-port " + port + ": " + e.getMessage(), e);
        }
    }

    private void serve(
            final SimServer server, final BusFolder folder, final ControlPort control, final double duration) {
        final CountDownLatch stop = new CountDownLatch(1);
        interrupts.onInterrupt(stop::countDown);
        server.start();
        if (folder != null) {
            folder.start();
        }
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "a simulated A1 listens on udp://%s:%d%n",
                server.address().getAddress().getHostAddress(), server.address().getPort());
        if (folder != null) {
            out.println("its motors are on four buses: --robot rs485:" + folder.file());
        }
        if (control != null) {
            out.printf("it is steered by lines to udp://127.0.0.1:%d%n", control.port());
        }
        out.flush();
        try {
            if (!stop.await(Math.round(duration * 1e3), TimeUnit.MILLISECONDS)) {
                out.println("time is over");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(final World world, final Config config, final SimServer server, final BusFolder folder) {
        final WalkFigures walk = server.figures();
        final Report result = new Report()
                .put("version", Version.TEXT)
                .put("seed", world.seed())
                .put("engine", world.engine().key())
                .put("terrain", world.terrain().name())
                .put("case", world.fieldCase().name())
                .put("variation", world.variationByName(config))
                .put("faults", world.faults().texts())
                .put("hung", world.hung())
                .put("seconds", server.timeS());
        WalkReport.put(result, walk);
        final StringBuilder line = new StringBuilder();
        for (final ServerCounter counter : ServerCounter.values()) {
            final String name = counter.name().toLowerCase(Locale.ROOT);
            result.put(name, server.counters().get(counter));
            line.append(line.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(' ')
                    .append(server.counters().get(counter));
        }
        spec.commandLine().getOut().println(line);
        if (folder != null) {
            spec.commandLine().getOut().println(folder.report(result));
        }
        json.write(result);
    }
}
