package gaitd.bench.link;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Three networks: the robot's, with the address of its board, the controller's, and between them a cable of two halves with a relay in
 * the middle. Unplugging either half takes the carrier away from the interface at its end.
 */
final class LinkLab implements AutoCloseable {
    static final String ROBOT_ADDRESS = "192.168.123.10";
    static final int ROBOT_PORT = 8007;
    static final String CONTROL_ADDRESS = "192.168.123.162";
    /** The port from which the vendor's client sends. */
    static final int CONTROL_PORT = 8080;

    private static final Path KEEPS_NEIGHBOURS = Path.of("/proc/sys/net/ipv4/conf/all/arp_evict_nocarrier");
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final long SIOCGIFFLAGS = 0x8913;
    private static final long SIOCSIFFLAGS = 0x8914;
    private static final short IFF_UP = 1;
    /** struct ifreq: the name, then the flags. */
    private static final long REQUEST_BYTES = 40;

    private static final long REQUEST_FLAGS = 16;

    private static final int PRIORITY = 50;

    /** Ends of the cable. */
    enum End {
        ROBOT("robot0"),
        CONTROL("control0");

        final String device;

        End(final String device) {
            this.device = device;
        }
    }

    private final NetworkNamespace robot;
    private final NetworkNamespace control;
    private final NetworkNamespace wire;

    /** Makes all of it; both halves are plugged in. */
    LinkLab() throws IOException, InterruptedException {
        robot = new NetworkNamespace("net-robot");
        control = new NetworkNamespace("net-control");
        wire = new NetworkNamespace("net-wire");
        wire.hasten(PRIORITY);
        wire.ip(
                "link add " + End.ROBOT.device + " type veth peer name eth0 netns " + robot.path(),
                "link add " + End.CONTROL.device + " type veth peer name eth0 netns " + control.path(),
                "link set " + End.ROBOT.device + " up",
                "link set " + End.CONTROL.device + " up");
        robot.ip("link set lo up", "address add " + ROBOT_ADDRESS + "/24 dev eth0", "link set eth0 up");
        // As the package's sysctl settings have it: else a plug that is loose for a moment costs a second.
        control.inside(() -> Files.writeString(KEEPS_NEIGHBOURS, "0"));
        control.ip("link set lo up", "address add " + CONTROL_ADDRESS + "/24 dev eth0", "link set eth0 up");
    }

    /** Does something on the robot's computer. */
    <T> T onRobot(final Callable<T> work) throws IOException, InterruptedException {
        return robot.inside(work);
    }

    /** Does something on the controller's computer. */
    <T> T onControl(final Callable<T> work) throws IOException, InterruptedException {
        return control.inside(work);
    }

    /** Does something in the middle of the cable, punctually. */
    <T> T onWire(final Callable<T> work) throws IOException, InterruptedException {
        return wire.inside(work);
    }

    /** Pulls a half of the cable, or plugs it in again. Called in the middle of the cable. */
    static void plug(final End end, final boolean in) throws IOException {
        final int socket = KernelCalls.socket(AF_INET, SOCK_DGRAM_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment request = arena.allocate(REQUEST_BYTES, Long.BYTES);
            request.setString(0, end.device, StandardCharsets.US_ASCII);
            KernelCalls.control(socket, SIOCGIFFLAGS, request);
            final short flags = request.get(JAVA_SHORT, REQUEST_FLAGS);
            request.set(JAVA_SHORT, REQUEST_FLAGS, (short) (in ? flags | IFF_UP : flags & ~IFF_UP));
            KernelCalls.control(socket, SIOCSIFFLAGS, request);
        } finally {
            KernelCalls.close(socket);
        }
    }

    @Override
    public void close() {
        wire.close();
        control.close();
        robot.close();
    }
}
