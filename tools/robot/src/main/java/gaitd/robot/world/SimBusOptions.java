package gaitd.robot.world;

import gaitd.hal.serial.SerialException;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.sim.bus.BusPace;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of simulated motors on buses of their own. */
final class SimBusOptions {
    private static final double BAUD_MAX = 12e6;
    private static final double TURN_MAX_US = 20_000;
    private static final double NS_PER_US = 1e3;

    @Option(
            names = "--bus",
            paramLabel = "DIR",
            description =
                    "play the motors on four RS-485 buses too: links to pseudo-terminals and bus.toml in this folder; commands by UDP"
                            + " then move nothing")
    private Path folder;

    @Option(
            names = "--bus-baud",
            paramLabel = "BPS",
            description = "speed of the lines by which replies are paced (default 4800000)")
    private Double baud;

    @Option(
            names = "--bus-turn-us",
            paramLabel = "US",
            description = "from a command's last bit to its reply's first (default 50)")
    private Double turnUs;

    SimBusOptions() {}

    boolean given() {
        return folder != null;
    }

    /** The buses of a robot that has not started, or null where none were asked for. */
    BusFolder folder(final SimServer robot, final long seed) {
        if (folder == null) {
            if (baud != null || turnUs != null) {
                throw new ConfigException(
                        (baud != null ? "--bus-baud" : "--bus-turn-us") + " is about buses: give --bus DIR with it");
            }
            return null;
        }
        final BusPace pace = new BusPace(
                baud == null ? BusPace.A1_BAUD : Inputs.inRange("--bus-baud", baud, 9600, BAUD_MAX, "bits/s"),
                Math.round((turnUs == null
                                ? BusFolder.TURN_US
                                : Inputs.inRange("--bus-turn-us", turnUs, 0, TURN_MAX_US, "us"))
                        * NS_PER_US));
        try {
            return new BusFolder(folder, robot, pace, seed);
        } catch (final IOException e) {
            throw new Refusal("--bus " + folder + ": cannot be written (" + e + "); name a folder of your own", e);
        } catch (final SerialException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }
}
