package gaitd.robot.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.WideLimits;
import gaitd.sim.bus.BusPace;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on the motors' buses, from end to end. */
@Tag("slow")
@Timeout(240)
class BusWalkTest {
    @TempDir
    Path folder;

    private SimServer server;
    private BusFolder buses;
    private Path config;

    @BeforeEach
    void open() throws IOException {
        config = WideLimits.file(folder);
        final SimulatedA1 robot = new World(Terrain.FLAT, 5, null).robot(WideLimits.config());
        server = new SimServer(
                robot,
                new ServedWalk(robot, Terrain.FLAT, A1.MASS_KG),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        buses = new BusFolder(folder.resolve("bus"), server, new BusPace(BusPace.A1_BAUD, 50_000), 5);
        server.start();
    }

    @AfterEach
    void close() {
        buses.close();
        server.close();
    }

    private Cli run(final String... more) {
        final String[] all = {
            "run", "--robot", "rs485:" + buses.file(), "--config", config.toString(), "--policy", "none", "--no-view"
        };
        final String[] arguments = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return Cli.run(arguments);
    }

    /** A busy machine may hold both ends up so long that a guard trips: then it is done again, twice at most. */
    @Test
    void aRobotStandsUpWalksAndSitsDown() {
        buses.start();
        Cli walk = run("--seconds", "3", "--vx", "0.2");
        for (int again = 0; again < 2 && walk.code() != ExitCode.OK; again++) {
            walk = run("--seconds", "3", "--vx", "0.2");
        }
        assertEquals(ExitCode.OK, walk.code(), walk::toString);
        assertTrue(walk.out().contains("done, the robot lies"), walk::toString);
        assertTrue(server.figures().timeS() > 1);
    }

    @Test
    void motorsThatDoNotAnswerAreRefusedInOneLine() {
        final String said = run().refusedWith(ExitCode.REFUSED);
        assertTrue(said.contains("no reply from FR_hip and FR_thigh and FR_calf on"), said);
        assertTrue(Files.exists(folder.resolve("bus/bus-FR")));
        buses.close();
        assertFalse(Files.exists(folder.resolve("bus/bus-FR"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void withoutAnImuItDoesNotWalk() {
        buses.start();
        server.control("fault on board.off", 0);
        final String said = run().refusedWith(ExitCode.REFUSED);
        assertTrue(said.contains("no reading of the IMU from udp://127.0.0.1:"), said);
    }

    @Test
    void anUnpluggedMotorDampsTheRobot() {
        buses.start();
        final Thread unplugs = new Thread(() -> {
            final boolean[] driven = new boolean[1];
            while (!driven[0]) {
                server.observe(robot -> driven[0] = robot.torqueNm()[A1.CALF] != 0);
                LockSupport.parkNanos(10_000_000);
            }
            server.control("fault on bus.FL_calf.off", 0);
        });
        unplugs.setDaemon(true);
        unplugs.start();
        final Cli walk = run("--seconds", "10", "--vx", "0.2");
        assertEquals(ExitCode.FAILED, walk.code(), walk::toString);
        // With the simulator's long times another guard may see it first.
        assertTrue(walk.out().contains("motor FL_calf on " + folder.resolve("bus/bus-FL")), walk::toString);
    }
}
