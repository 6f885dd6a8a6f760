package gaitd.hal.udp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Keeps a robot to one process of this computer, whichever user runs it.
 *
 * <p>The lock is a name of the kernel, an abstract Unix socket, made of the robot's address and port. No file has to be made or removed,
 * and it is free as soon as its process is gone, however that ended. Processes in another network namespace, as in some containers, do
 * not see it, nor do other computers. Systems other than Linux have no such names: there nothing is locked.
 */
public final class RobotLock implements AutoCloseable {
    private static final String PREFIX = "gaitd-robot-";
    private static final int NONE = -1;

    private int socket;

    private RobotLock(final int socket) {
        this.socket = socket;
    }

    /**
     * Takes the lock of a robot.
     *
     * @param robot its address, resolved
     * @return the lock, held until it is closed or the process ends
     * @throws PortException when another process holds it
     */
    public static RobotLock take(final InetSocketAddress robot) {
        if (!LinuxSocket.available() || robot.isUnresolved()) {
            return new RobotLock(NONE);
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment error = arena.allocate(CLibrary.ERROR);
            final int made = Libc.socket(error, Libc.AF_UNIX);
            if (made < 0) {
                throw PortException.openFailed(CLibrary.exception(error));
            }
            if (Libc.bind(error, made, address(arena, robot)) < 0) {
                final IOException cause = CLibrary.exception(error);
                Libc.close(error, made);
                throw PortException.driven(robot, cause);
            }
            return new RobotLock(made);
        }
    }

    /** A sockaddr_un whose name begins with a zero byte and has an exact length. */
    private static MemorySegment address(final Arena arena, final InetSocketAddress robot) {
        final byte[] name =
                (PREFIX + robot.getAddress().getHostAddress() + ":" + robot.getPort()).getBytes(StandardCharsets.UTF_8);
        final MemorySegment address = arena.allocate(Short.BYTES + 1 + name.length, Short.BYTES);
        address.set(JAVA_SHORT, 0, (short) Libc.AF_UNIX);
        MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES + 1, name.length);
        return address;
    }

    @Override
    public void close() {
        if (socket != NONE) {
            try (Arena arena = Arena.ofConfined()) {
                Libc.close(arena.allocate(CLibrary.ERROR), socket);
            }
            socket = NONE;
        }
    }
}
