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
    @Option(
            names = "--vx",
            paramLabel = "M/S",
            defaultValue = "0",
            description = "forward velocity (default ${DEFAULT-VALUE})")
    private double vx;

    @Option(
            names = "--vy",
            paramLabel = "M/S",
            defaultValue = "0",
            description = "velocity to the left (default ${DEFAULT-VALUE})")
    private double vy;

    @Option(
            names = "--yaw",
            paramLabel = "RAD/S",
            defaultValue = "0",
            description = "turning rate to the left (default ${DEFAULT-VALUE})")
    private double yawRate;

    @Option(
            names = "--gait",
            defaultValue = "trot",
            description = "trot, walk, pace or bound (default ${DEFAULT-VALUE})")
    private Gait gait;

    WalkOptions() {}

    /** A walk of a checked length, at velocities that a configuration allows. */
    public RunPlan plan(
            final Config config, final double seconds, final boolean waitsAfterFault, final List<PolicyFit> policies) {
        return new RunPlan(
                seconds,
                Inputs.velocity("--vx", vx, config, Setting.VX_MAX),
                Inputs.velocity("--vy", vy, config, Setting.VY_MAX),
                Inputs.velocity("--yaw", yawRate, config, Setting.YAW_MAX),
                gait,
                waitsAfterFault,
                policies);
    }
}
