package gaitd.robot.run;

import gaitd.policies.cpg.Gait;
import gaitd.robot.cli.Inputs;
import gaitd.robot.scenario.RunPlan;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the walk. */
public final class WalkOptions {
    /** What a simulated robot does unasked, m/s, to show its walk; a real one steps on the spot until a person gives it a velocity. */
    public static final double SIMULATED_VX_M_S = 0.3;

    @Option(
            names = "--vx",
            paramLabel = "M/S",
            description = "forward velocity (default 0.3 in simulation where no velocity is given, else 0)")
    private Double vx;

    @Option(names = "--vy", paramLabel = "M/S", description = "velocity to the left (default 0)")
    private Double vy;

    @Option(names = "--yaw", paramLabel = "RAD/S", description = "turning rate to the left (default 0)")
    private Double yawRate;

    @Option(
            names = "--gait",
            defaultValue = "trot",
            description = "trot, walk, pace or bound (default ${DEFAULT-VALUE})")
    private Gait gait;

    WalkOptions() {}

    /**
     * A walk of a checked length, at velocities that a configuration allows.
     *
     * @param config all settings
     * @param seconds walking time, s
     * @param waitsAfterFault whether a fault leaves the run waiting for a person
     * @param policies what a person can choose from
     * @param unsaidVx forward velocity where no velocity is given, m/s
     * @return the plan
     * @throws gaitd.runtime.config.ConfigException when a velocity is out of range
     */
    public RunPlan plan(
            final Config config,
            final double seconds,
            final boolean waitsAfterFault,
            final List<PolicyFit> policies,
            final double unsaidVx) {
        final boolean unsaid = vx == null && vy == null && yawRate == null;
        return new RunPlan(
                seconds,
                unsaid
                        ? Math.min(unsaidVx, config.get(Setting.VX_MAX))
                        : Inputs.velocity("--vx", orZero(vx), config, Setting.VX_MAX),
                Inputs.velocity("--vy", orZero(vy), config, Setting.VY_MAX),
                Inputs.velocity("--yaw", orZero(yawRate), config, Setting.YAW_MAX),
                gait,
                waitsAfterFault,
                policies);
    }

    private static double orZero(final Double given) {
        return given == null ? 0 : given;
    }
}
