package gaitd.robot.world;

import gaitd.runtime.config.ConfigException;
import gaitd.sim.fault.FaultPlan;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that breaks parts of simulated robots. */
public final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "NAME[:ARG]@T[..T]",
            description =
                    "a fault of the simulated robot from T s on, or until a second T, such as imu.quaternion.stuck@5 or"
                            + " joint.FR_calf.angle.offset:0.3@5..8; given again for more")
    private List<String> faults = List.of();

    /** Made by the command line. */
    public FaultOptions() {}

    /**
     * What was asked for.
     *
     * @return the faults
     * @throws ConfigException in one line when there is no such fault
     */
    public FaultPlan plan() {
        try {
            return FaultPlan.of(faults);
        } catch (final ConfigException e) {
            throw new ConfigException("--" + e.getMessage());
        }
    }

    /** Whether a fault was asked for. */
    boolean isGiven() {
        return !faults.isEmpty();
    }
}
