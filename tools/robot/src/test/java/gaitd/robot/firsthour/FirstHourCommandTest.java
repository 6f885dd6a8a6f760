package gaitd.robot.firsthour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.udp.RobotLock;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.ServerCounter;
import gaitd.sim.wire.SimServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over UDP, its person on standard input. */
class FirstHourCommandTest {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);

    @TempDir
    Path folder;

    private final SimulatedA1 robot = WORLD.robot(new Config.Builder().conclude());
    private SimServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        robot.lying(1);
        robot.sling().hang();
        server = new SimServer(
                robot,
                new ServedWalk(robot, WORLD.terrain(), A1.MASS_KG),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.start();
        url = "udp://127.0.0.1:" + server.address().getPort();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Cli run(final String typed, final String... more) {
        final List<String> args = new ArrayList<>(List.of("firsthour", "--robot", url));
        args.addAll(List.of(more));
        final InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return Cli.run(args.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void writesWhatItFound() throws IOException {
        final Path file = folder.resolve("hour.json");
        final Cli cli = run("yes\n\n\n\n\n", "--part", "states", "--json", file.toString());
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().contains("1 of 1 steps passed."), cli::toString);
        final JsonDocument json = JsonDocument.of(file);
        assertEquals(1, json.number("passed"));
        assertTrue(Files.readString(file).replace(" ", "").contains("\"complete\":true"), json::toString);
    }

    @Test
    void endsWithOneWhereSomethingIsWrong() {
        final Cli cli = run("yes\n\n\nq\n", "--part", "imu");
        assertEquals(ExitCode.FAILED, cli.code(), cli::toString);
        assertTrue(cli.out().contains("WRONG: roll by quaternion"), cli::toString);
        assertTrue(cli.out().contains("1 of 4 steps passed. Mend what is wrong"), cli::toString);
    }

    @Test
    void sendsNothingWithoutConsent() {
        for (final String typed : new String[] {"no\n", "\n", ""}) {
            final String refusal = run(typed).refusedWith(ExitCode.REFUSED);
            assertTrue(refusal.contains("nothing was sent to the robot: expected 'yes'"), refusal);
        }
        assertEquals(0, server.counters().get(ServerCounter.ACCEPTED));
    }

    @Test
    void asksAgainBeforeMotorsThatWereNotCheckedByHand() {
        final String refusal = run("yes\nno\n", "--part", "motors").refusedWith(ExitCode.REFUSED);
        assertTrue(refusal.contains("expected 'yes', not 'no'"), refusal);
        assertEquals(0, server.counters().get(ServerCounter.ACCEPTED));
    }

    @Test
    void endsWhenNobodyCanAnswer() {
        final String refusal = run("yes\n", "--part", "imu").refusedWith(ExitCode.REFUSED);
        assertTrue(refusal.contains("nobody can answer"), refusal);
    }

    @Test
    void refusesARobotThatIsSilentOrTaken() {
        final RobotLock driver = RobotLock.take(server.address());
        try {
            final String taken = run("yes\n").refusedWith(ExitCode.REFUSED);
            assertTrue(taken.contains("drives"), taken);
        } finally {
            driver.close();
        }
        server.close();
        final String silent = run("yes\n").refusedWith(ExitCode.REFUSED);
        assertTrue(silent.contains("does not answer") && silent.contains("low-level mode"), silent);
    }

    @Test
    void refusesAPartThatIsNone() {
        assertTrue(run("yes\n", "--part", "tail").refusedWith(ExitCode.USAGE).contains("--part"));
    }
}
