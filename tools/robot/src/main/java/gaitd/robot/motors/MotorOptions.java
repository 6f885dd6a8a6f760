package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.hal.serial.SerialDevice;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands on single buses. */
final class MotorOptions {
    @Option(
            names = "--port",
            paramLabel = "P",
            required = true,
            description = "serial port of a bus, such as /dev/serial/by-path/...; several times for several buses")
    private List<String> ports;

    @Mixin
    private BaudOption baud;

    @Option(
            names = "--ids",
            paramLabel = "N",
            split = ",",
            description = "numbers of motors, 0 hip, 1 thigh, 2 calf (default: 0,1,2)")
    private List<Integer> ids = List.of(0, 1, 2);

    /** The numbers of motors, each once, in order. */
    List<Integer> ids() {
        for (final int id : ids) {
            Inputs.inRange("--ids", id, 0, A1.JOINTS_PER_LEG - 1, "");
        }
        return List.copyOf(new TreeSet<>(ids));
    }

    /** The one motor of commands on one. */
    int id() {
        if (ids().size() != 1) {
            throw new ConfigException("--ids names " + ids().size() + " motors: expected one, as --ids 1");
        }
        return ids().getFirst();
    }

    List<String> ports() {
        if (ports.size() > A1.LEGS) {
            throw new ConfigException("--port is given " + ports.size() + " times: expected at most " + A1.LEGS);
        }
        return ports;
    }

    /** The one port of commands on one. */
    String port() {
        if (ports.size() != 1) {
            throw new ConfigException("--port is given " + ports.size() + " times: expected once");
        }
        return ports.getFirst();
    }

    /** Opens a port. */
    SerialDevice open(final String port, final PrintWriter out, final PrintWriter err) {
        return open(port, baud.baud(), out, err);
    }

    /** Opens the ports of all legs. */
    LegBuses openLegs(final PrintWriter out, final PrintWriter err) {
        return new LegBuses(ports(), baud.baud(), out, err);
    }

    /** Opens a port and tells what is worth knowing about it. */
    static SerialDevice open(final String port, final int baud, final PrintWriter out, final PrintWriter err) {
        final SerialDevice device = SerialDevice.open(port, baud);
        out.println(device.setup().text());
        device.setup().warnings().forEach(line -> err.println("gaitd: " + line));
        out.flush();
        err.flush();
        return device;
    }
}
