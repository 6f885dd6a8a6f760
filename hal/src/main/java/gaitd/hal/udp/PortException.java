package gaitd.hal.udp;

import java.io.IOException;
import java.io.Serial;
import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * A port could not be opened or closed. The message is one line: what is wrong, what was expected, what to do.
 *
 * <p>Thrown at start-up and shut-down only, never in the tick.
 */
public final class PortException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The vendor's address of the board, as an example in messages. */
    private static final String EXAMPLE = "192.168.123.10:8007";

    private PortException(final String message, final Throwable cause) {
        super(message, cause);
    }

    static PortException unresolved(final InetSocketAddress robot) {
        return new PortException(
                "cannot resolve robot host '" + robot.getHostString()
                        + "': expected a known name or an address such as " + EXAMPLE
                        + "; check the spelling or give the numeric address",
                null);
    }

    static PortException notARobot(final InetSocketAddress robot) {
        return new PortException(
                "robot address " + text(robot) + " is not one host and port: expected a unicast address such as "
                        + EXAMPLE + " with a port of 1 to 65535; correct the address",
                null);
    }

    static PortException notALocalPort(final int localPort) {
        return new PortException(
                "local UDP port " + localPort
                        + " does not exist: expected 0 to 65535; correct it, or take 0 for any free" + " one",
                null);
    }

    static PortException bindFailed(final int localPort, final IOException cause) {
        return new PortException(
                "cannot use local UDP port " + localPort + " (" + cause.getMessage()
                        + "): expected it to be free and allowed; stop the program that holds it (ss -ulpn), or take"
                        + " port 0 for any free one",
                cause);
    }

    static PortException connectFailed(final InetSocketAddress robot, final IOException cause) {
        final String reason = String.valueOf(cause.getMessage());
        final String lower = reason.toLowerCase(Locale.ROOT);
        final boolean noRoute = lower.contains("unreachable") || lower.contains("no route");
        final String advice;
        if (robot.getAddress().isLoopbackAddress() && (noRoute || lower.contains("cannot assign"))) {
            advice = "expected that the loopback interface is up; bring it up (sudo ip link set lo up)";
        } else if (noRoute) {
            advice = "expected a route to the robot; give this computer an address in the robot's network"
                    + " (ip addr add 192.168.123.162/24 dev ...) and check the cable";
        } else if (lower.contains("permission") || lower.contains("not permitted")) {
            advice = "expected the system to allow sending there; check that it is no broadcast address, and the"
                    + " firewall and sandbox rules of this process";
        } else {
            advice = "expected a host that can be reached; check the address and the network";
        }
        return new PortException("cannot reach robot " + text(robot) + " (" + reason + "): " + advice, cause);
    }

    static PortException driven(final InetSocketAddress robot, final IOException cause) {
        return new PortException(
                "another process of this computer drives the robot at " + text(robot) + " (" + cause.getMessage()
                        + "): expected to be the only one; end that one first, which sits the robot down (ps -ef | grep gaitd,"
                        + " systemctl stop gaitd.target), or damp it with 'gaitd stop'",
                cause);
    }

    static PortException openFailed(final IOException cause) {
        return new PortException(
                "cannot make a UDP socket (" + cause.getMessage()
                        + "): expected the system to grant one; check the limits of open files and the sandbox rules",
                cause);
    }

    static PortException closeFailed(final IOException cause) {
        return new PortException(
                "cannot close the robot's UDP socket (" + cause.getMessage()
                        + "): expected no error; the socket ends with the process, nothing need be done",
                cause);
    }

    private static String text(final InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
