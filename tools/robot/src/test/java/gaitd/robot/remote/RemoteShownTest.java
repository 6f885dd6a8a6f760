package gaitd.robot.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.RemoteButton;
import gaitd.hal.udp.RobotLock;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedFolder;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteShownTest {
    private static final World WORLD = new World(Terrain.FLAT, 1, null);

    @TempDir
    Path folder;

    private volatile byte[] pressed = new byte[40];
    private SimulatedA1 robot;
    private SimServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        robot = WORLD.robot(new Config.Builder().conclude());
        robot.setRemote(wire -> System.arraycopy(pressed, 0, wire, 0, wire.length));
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

    private static byte[] remote(final int buttons, final float lx, final float ly, final float rx) {
        final ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putShort(2, (short) buttons)
                .putFloat(4, lx)
                .putFloat(8, rx)
                .putFloat(12, -1)
                .putFloat(16, 0.5f)
                .putFloat(20, ly)
                .array();
    }

    @Test
    void asksTheRobotItselfWhichStaysDamped() {
        pressed = remote(RemoteButton.A.bit | RemoteButton.L1.bit, 0.5f, 0.25f, -1);
        final Cli cli = Cli.run("remote", "--robot", url, "--seconds", "0.3");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(
                cli.out()
                        .contains(
                                "left [-----|-o---] +0.50 right, +0.25 forward   right [o----|-----] -1.00 right, -1.00 forward"
                                        + "   L2 0.50   L1 A"),
                cli::toString);
        assertEquals(1, cli.out().lines().count(), cli::toString);
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(0, robot.torqueNm()[j], 1e-9);
            assertTrue(robot.dampingNmSRad()[j] > 0);
        }
    }

    @Test
    void saysThatThereIsNone() {
        final Cli cli = Cli.run("remote", "--robot", url, "--seconds", "0.2");
        assertTrue(cli.out().contains("no remote: all 40 bytes are zero"), cli::toString);
    }

    @Test
    void saysThatItIsGarbage() {
        pressed = remote(0, 1.2f, 0, 0);
        final Cli garbage = Cli.run("remote", "--robot", url, "--seconds", "0.2");
        assertTrue(garbage.out().contains("a stick is beyond -1.1 to 1.1: 00000000"), garbage::toString);
    }

    @Test
    void writesALineAtEachChange() throws InterruptedException {
        final CountDownLatch begun = new CountDownLatch(1);
        final Cli[] result = new Cli[1];
        robot.setRemote(wire -> {
            System.arraycopy(pressed, 0, wire, 0, wire.length);
            begun.countDown();
        });
        pressed = remote(RemoteButton.START.bit, 0, 0, 0);
        final Thread watching = new Thread(() -> result[0] = Cli.run("remote", "--robot", url, "--seconds", "1.5"));
        watching.start();
        begun.await();
        Thread.sleep(500);
        pressed = remote(RemoteButton.DOWN.bit, 0, 0, 0);
        watching.join();
        assertEquals(2, result[0].out().lines().count(), result[0]::toString);
        assertTrue(result[0].out().lines().toList().getFirst().endsWith("START"), result[0]::toString);
        assertTrue(result[0].out().lines().toList().getLast().endsWith("DOWN"), result[0]::toString);
    }

    @Test
    void followsTheControlProcess() throws InterruptedException {
        final TickFrame frame = new TickFrame();
        frame.put(TickField.STATES_ACCEPTED, 1);
        frame.putBytes(TickField.WIRELESS_REMOTE, remote(RemoteButton.SELECT.bit, 0, 1, 0));
        try (SharedFolder owned = SharedFolder.create(folder)) {
            final Cli[] result = new Cli[1];
            final Thread watching =
                    new Thread(() -> result[0] = Cli.run("remote", "--shared", folder.toString(), "--seconds", "0.5"));
            watching.start();
            while (watching.isAlive()) {
                owned.frames().publish(frame);
                Thread.sleep(2);
            }
            assertEquals(ExitCode.OK, result[0].code(), result[0]::toString);
            assertTrue(result[0].out().strip().endsWith("SELECT"), result[0]::toString);
            assertTrue(result[0].out().contains("+1.00 forward"), result[0]::toString);
        }
    }

    @Test
    void saysWhomItExpected() {
        final String none = Cli.run("remote", "--shared", folder.toString()).refusedWith(ExitCode.REFUSED);
        assertTrue(none.contains("no control process meets others in " + folder), none);
        try (SharedFolder owned = SharedFolder.create(folder)) {
            owned.frames().publish(new TickFrame());
            final String deaf = Cli.run("remote", "--shared", folder.toString()).refusedWith(ExitCode.REFUSED);
            assertTrue(deaf.contains("has had no state from its robot"), deaf);
        }
        server.close();
        final String silent = Cli.run("remote", "--robot", url).refusedWith(ExitCode.REFUSED);
        assertTrue(silent.contains("does not answer") && silent.contains("low-level mode"), silent);
    }

    @Test
    void doesNotDisturbWhoDrivesTheRobot() {
        final RobotLock driver = RobotLock.take(server.address());
        try {
            final String refusal = Cli.run("remote", "--robot", url).refusedWith(ExitCode.REFUSED);
            assertTrue(refusal.contains("drives"), refusal);
        } finally {
            driver.close();
        }
    }
}
