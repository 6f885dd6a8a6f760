package gaitd.robot.run;

import gaitd.policies.cpg.Gait;
import gaitd.robot.cli.options.VelocityOptions;
import gaitd.robot.scenario.RunPlan;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the walk. */
public final class WalkOptions {
    /** Forward velocity of a simulated robot where none is given, m/s; a real one then steps on the spot. */
    public static final double SIMULATED_VX_M_S = 0.3;

    @Mixin
    private final VelocityOptions velocities =
            new VelocityOptions("0.3 in simulation where no velocity is given, else 0");

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
     * @param holds whether velocities last without a person's act
     * @return the plan
     * @throws gaitd.runtime.config.ConfigException when a velocity is out of range
     */
    public RunPlan plan(
            final Config config,
            final double seconds,
            final boolean waitsAfterFault,
            final List<PolicyFit> policies,
            final double unsaidVx,
            final boolean holds) {
        return new RunPlan(
                seconds,
                velocities.given() ? velocities.vx(config) : Math.min(unsaidVx, config.get(Setting.VX_MAX)),
                velocities.vy(config),
                velocities.yaw(config),
                gait,
                waitsAfterFault,
                policies,
                holds);
    }
}
