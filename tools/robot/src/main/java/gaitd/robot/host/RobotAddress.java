package gaitd.robot.host;

import gaitd.robot.bus.BusFile;
import gaitd.robot.bus.BusPlan;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Where a robot is: its main board on the network, or the buses of its motors. */
public sealed interface RobotAddress {
    /** The two ways to write one, for help. */
    String SHAPE = "udp://HOST:PORT|rs485:FILE";

    /**
     * Whether what is there is a simulator.
     *
     * @return false for what may be a robot
     */
    boolean isSimulated();

    /**
     * A robot's main board.
     *
     * @param socket its address
     */
    record OnUdp(InetSocketAddress socket) implements RobotAddress {
        /** A robot at a loopback address is a simulator. */
        @Override
        public boolean isSimulated() {
            return socket.getAddress() != null && socket.getAddress().isLoopbackAddress();
        }
    }

    /**
     * The buses of a robot's motors.
     *
     * @param plan where they are
     */
    record OnBuses(BusPlan plan) implements RobotAddress {
        @Override
        public boolean isSimulated() {
            return plan.isSimulated();
        }
    }

    /**
     * Reads what {@code --robot} says.
     *
     * @param text such as {@code udp://192.168.123.10:8007} or {@code rs485:/etc/gaitd/bus.toml}
     * @return the address; the file of buses is read
     * @throws ConfigException in one line when it is none
     */
    static RobotAddress parse(final String text) {
        final String buses = "rs485:";
        if (text.startsWith(buses) && text.length() > buses.length()) {
            return new OnBuses(BusFile.read(Path.of(text.substring(buses.length()))));
        }
        if (text.startsWith("udp:")) {
            return new OnUdp(Inputs.robot(text));
        }
        throw new ConfigException("--robot " + text
                + " is neither udp://HOST:PORT nor rs485:FILE: for example --robot udp://192.168.123.10:8007, or --robot"
                + " rs485:/etc/gaitd/bus.toml for a robot on its motors' buses");
    }
}
