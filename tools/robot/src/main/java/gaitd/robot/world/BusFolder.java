package gaitd.robot.world;

import gaitd.hal.A1;
import gaitd.hal.bus.RotorCalibration;
import gaitd.robot.report.Report;
import gaitd.runtime.zeros.JointZero;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import gaitd.runtime.zeros.ZeroMethod;
import gaitd.sim.bus.BusLeg;
import gaitd.sim.bus.BusPace;
import gaitd.sim.bus.BusServer;
import gaitd.sim.bus.DrawnZeros;
import gaitd.sim.robot.StartPose;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The buses of a simulated robot with stable names in a folder, and the files by which a controller finds and understands them. Names
 * and files go when it is closed.
 */
final class BusFolder implements AutoCloseable {
    /** Turn-around of a real motor is not known; this is assumed, us. */
    static final double TURN_US = 50;

    private final BusServer server;
    private final Path file;
    private final List<Path> made = new ArrayList<>();

    /**
     * Makes the folder and what is in it.
     *
     * @param folder made if it is not there
     * @param robot whose motors they are, not started
     * @param pace of the lines
     * @param seed decides which way its rotors turn and where their zeros are
     * @throws IOException when something cannot be written
     */
    BusFolder(final Path folder, final SimServer robot, final BusPace pace, final long seed) throws IOException {
        robot.onBuses();
        final RotorCalibration zeros = DrawnZeros.of(seed);
        server = new BusServer(leg -> new BusLeg(leg, zeros, robot), pace, seed);
        file = folder.resolve("bus.toml");
        try {
            Files.createDirectories(folder);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                final Path link = folder.resolve("bus-" + A1.legName(leg));
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of(server.device(leg)));
                made.add(link);
            }
            write(file, text(robot.address().getPort(), (int) pace.baud()));
            write(folder.resolve("zeros.toml"), ZeroFile.text(zeros(folder, zeros)));
        } catch (final IOException e) {
            close();
            throw e;
        }
    }

    private void write(final Path to, final String text) throws IOException {
        Files.writeString(to, text);
        made.add(to);
    }

    private static String text(final int boardPort, final int baud) {
        final StringBuilder text = new StringBuilder(
                "# Buses of a simulated A1. Times are long, as a busy computer may" + " hold it up.\n[ports]\n");
        for (int leg = 0; leg < A1.LEGS; leg++) {
            text.append("%s = \"bus-%s\"%n".formatted(A1.legName(leg), A1.legName(leg)));
        }
        return text.append("\n[bus]\nbaud = ")
                .append(baud)
                .append("\nzeros = \"zeros.toml\"\nreply_timeout_us = 100000\ncommand_timeout_ms = 1000\n\n[imu]\n")
                .append("board = \"127.0.0.1:")
                .append(boardPort)
                .append("\"\n")
                .toString();
    }

    private static JointZeros zeros(final Path folder, final RotorCalibration zeros) {
        final List<String> ports = new ArrayList<>();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            ports.add(folder.toAbsolutePath().resolve("bus-" + A1.legName(leg)).toString());
        }
        final double[] restRad = StartPose.LYING.jointsRad();
        final List<JointZero> joints = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            joints.add(new JointZero(
                    zeros.direction(joint),
                    zeros.zeroRad(joint),
                    A1.positionMinRad(joint),
                    A1.positionMaxRad(joint),
                    restRad[joint]));
        }
        return new JointZeros("for a simulated robot", ZeroMethod.STOPS, ports, joints);
    }

    /** Lets the motors answer. */
    void start() {
        server.start();
    }

    /** The file by which a controller finds the buses. */
    Path file() {
        return file;
    }

    /** Adds what the buses carried to a report, and gives a line of it for people. */
    String report(final Report report) {
        report.put("bus_commands", server.commands())
                .put("bus_replies", server.replies())
                .put("bus_refused_bytes", server.refusedBytes());
        return "bus_commands " + server.commands() + ", bus_replies " + server.replies() + ", bus_refused_bytes "
                + server.refusedBytes();
    }

    @Override
    public void close() {
        server.close();
        for (final Path one : made) {
            try {
                Files.deleteIfExists(one);
            } catch (final IOException e) {
                // a folder that was taken away meanwhile
            }
        }
    }
}
