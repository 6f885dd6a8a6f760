package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.cpg.Gait;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.WideLimits;
import gaitd.robot.world.World;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFollower;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A simulated robot in this JVM, its control process in another, and an operator here. */
final class Robot implements AutoCloseable {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);
    /** Its control period, ns. */
    static final long PERIOD_NS = WideLimits.periodNs();

    private static final long WITHIN_NS = 60_000_000_000L;

    final Path folder;
    final Path shared;
    final SimServer server;
    private final Path configFile;
    private final Map<String, String> environment;
    private final TruthSampler sampler = new TruthSampler(WORLD.terrain());
    private final WalkSample truth = new WalkSample();
    ChildJvm control;
    OperatorSession operator;

    Robot(final Path folder) throws Exception {
        this(folder, "");
    }

    /** With one setting more or otherwise, {@code key = value}. */
    Robot(final Path folder, final String settings) throws Exception {
        this(folder, settings, Map.of());
    }

    /** With variables more in the environment of the control process. */
    Robot(final Path folder, final String settings, final Map<String, String> environment) throws Exception {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        shared = folder.resolve("shared");
        configFile = WideLimits.file(folder);
        final String key = settings.split("=", 2)[0];
        final String toml = Files.readString(configFile)
                        .lines()
                        .filter(line -> key.isEmpty() || !line.startsWith(key))
                        .collect(Collectors.joining("\n"))
                + "\n" + settings;
        Files.writeString(configFile, toml);
        final SimulatedA1 robot =
                WORLD.robot(new Config.Builder().toml(toml, "test").conclude());
        server = new SimServer(
                robot,
                new ServedWalk(robot, WORLD.terrain(), A1.MASS_KG),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.start();
        start();
    }

    /** Starts the control process, and joins it. */
    void start() throws Exception {
        control = ChildJvm.in(
                folder,
                environment,
                "control",
                "--robot",
                "udp://127.0.0.1:" + server.address().getPort(),
                "--shared",
                shared.toString(),
                "--config",
                configFile.toString());
        control.await("passive until commanded");
        operator = new OperatorSession(shared);
        operator.hold();
    }

    ChildJvm child(final String command) throws IOException {
        return new ChildJvm(folder, command, "--shared", shared.toString());
    }

    ChildJvm learner() throws IOException {
        return new ChildJvm(
                folder,
                "learner",
                "--shared",
                shared.toString(),
                "--store",
                folder.resolve("policies").toString());
    }

    /** Walks, and goes on commanding. */
    void walk() {
        await("the first state", () -> frame() != null && frame().get(TickField.STATES_ACCEPTED) > 0);
        ask(OperatorRequest.STAND, 0);
        ask(OperatorRequest.WALK, 0.2);
        awaitMode(Mode.WALK);
    }

    void ask(final OperatorRequest request, final double vx) {
        final Verdict verdict = operator.ask(request, Gait.TROT, vx, 0, 0);
        assertTrue(verdict == Verdict.ACCEPTED, request + " " + verdict + ": " + control.output());
    }

    void awaitMode(final Mode mode) {
        await(mode.toString(), () -> {
            frame();
            return operator.mode() == mode;
        });
    }

    /** The newest frame; a sign of life goes back. */
    TickFrame frame() {
        operator.send(OperatorRequest.NONE, null, 0.2, 0, 0);
        return operator.watch();
    }

    long tick() {
        return frame().get(TickField.TICK);
    }

    /** Lets the control process tick on, walking all the while. */
    void awaitTicks(final long count) {
        final long end = tick() + count;
        await(count + " more ticks", () -> {
            final TickFrame frame = frame();
            assertTrue(operator.mode() == Mode.WALK, operator.mode() + ": " + control.output());
            return frame.get(TickField.TICK) >= end;
        });
    }

    void await(final String what, final BooleanSupplier condition) {
        final long endNs = System.nanoTime() + WITHIN_NS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, what + " never came: " + control.output());
            Pauses.brief();
        }
    }

    /** Height of the trunk over the ground, m: a standing robot has 0.27, a lying or collapsed one less than 0.15. */
    double heightM() {
        server.read(sampler, truth);
        return truth.heightM;
    }

    SharedFollower follower() {
        return new SharedFollower(shared, System::nanoTime);
    }

    long count(final Verdict verdict) {
        return SharedClient.commands(shared).count(verdict);
    }

    void cut(final String name, final long length) throws IOException {
        try (var file = FileChannel.open(shared.resolve(name), StandardOpenOption.WRITE)) {
            file.truncate(length);
        }
        assertTrue(Files.size(shared.resolve(name)) == length);
    }

    @Override
    public void close() {
        control.close();
        server.close();
    }
}
