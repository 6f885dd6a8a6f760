package gaitd.robot.bus;

import gaitd.hal.bus.BusTiming;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.zeros.JointZeros;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the buses of a robot are and how they are used, as its file says.
 *
 * @param file the file
 * @param ports devices of the legs' buses, FR FL RR RL
 * @param baud their speed, bits per second
 * @param cycleUs from one round through a bus's motors to the next, us; 0 for the control period
 * @param replyTimeoutUs longest wait for a motor's reply, us
 * @param commandTimeoutMs age of the control loop's newest command beyond which the buses damp by themselves, ms
 * @param zeros how the rotors stand to their joints
 * @param imu where the IMU is
 */
public record BusPlan(
        Path file,
        List<Path> ports,
        int baud,
        double cycleUs,
        double replyTimeoutUs,
        double commandTimeoutMs,
        JointZeros zeros,
        ImuPlan imu) {
    private static final String PSEUDO_TERMINALS = "/dev/pts/";
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;

    /**
     * Times of the buses.
     *
     * @param config has the control period and the damping
     * @return for every bus
     */
    public BusTiming timing(final Config config) {
        return new BusTiming(
                cycleUs == 0 ? config.periodNs() : Math.round(cycleUs * NS_PER_US),
                Math.round(replyTimeoutUs * NS_PER_US),
                Math.round(commandTimeoutMs * NS_PER_MS),
                config.get(Setting.DAMPING_KD));
    }

    /**
     * Whether the motors are simulated: behind a pseudo-terminal there is no motor.
     *
     * @return whether every bus is one
     */
    public boolean isSimulated() {
        return ports.stream().allMatch(BusPlan::isPseudoTerminal);
    }

    private static boolean isPseudoTerminal(final Path port) {
        try {
            return Files.exists(port) && port.toRealPath().toString().startsWith(PSEUDO_TERMINALS);
        } catch (final IOException e) {
            return false;
        }
    }
}
