package gaitd.robot.bus;

import gaitd.hal.bus.BoardImu;
import gaitd.hal.bus.ImuPort;
import gaitd.hal.imu.ImuMounting;
import gaitd.hal.imu.XbusImu;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.udp.RobotLock;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.policies.text.TomlView;
import gaitd.runtime.config.ConfigException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where a robot on buses has its IMU: on its main board, reached by UDP, or on a serial port of its own.
 *
 * @param board the main board whose IMU, foot sensors and remote are used; null for a serial IMU
 * @param device the serial port; null for the board
 * @param baud its speed, bits per second
 * @param mounting how a serial IMU sits in the trunk
 */
record ImuPlan(InetSocketAddress board, Path device, int baud, ImuMounting mounting) {
    private static final int PORT_MAX = 65_535;
    private static final int XBUS_BAUD = 115_200;

    /** What a table says; refuses in one line. */
    static ImuPlan read(final Path file, final TomlView table) {
        final boolean serial = table.has("serial");
        if (serial == table.has("board")) {
            throw new ConfigException(file + ": [imu] names "
                    + (serial ? "board and serial" : "neither board nor serial") + "; expected one of them");
        }
        final ImuPlan plan = serial ? serial(file, table) : board(file, table.text("board"));
        table.end();
        return plan;
    }

    private static ImuPlan serial(final Path file, final TomlView table) {
        final Path device = file.toAbsolutePath().resolveSibling(table.text("serial"));
        final int baud = table.has("baud") ? table.size("baud", 9600, 4_000_000) : XBUS_BAUD;
        final String mounting = table.has("mounting") ? table.text("mounting") : "x y z";
        try {
            return new ImuPlan(null, device, baud, ImuMounting.of(mounting));
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(file + ": imu.mounting: " + e.getMessage());
        }
    }

    private static ImuPlan board(final Path file, final String text) {
        final int colon = text.lastIndexOf(':');
        final String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > PORT_MAX) {
            throw new ConfigException(
                    file + ": imu.board = " + text + " is not HOST:PORT; expected such as 192.168.123.10:8007");
        }
        final InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        return new ImuPlan(address, null, 0, ImuMounting.STRAIGHT);
    }

    /** Keeps the board to this process; null where a serial port does it. */
    RobotLock lock() {
        return board == null ? null : RobotLock.take(board);
    }

    /** Opens it, with a port of this computer for datagrams, 0 for any free one. */
    ImuPort open(final int localPort) {
        return board == null
                ? new XbusImu(SerialDevice.open(device.toString(), baud), mounting)
                : new BoardImu(
                        UdpRobotPort.open(board, localPort), "udp://" + board.getHostString() + ":" + board.getPort());
    }
}
