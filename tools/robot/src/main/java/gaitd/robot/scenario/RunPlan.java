package gaitd.robot.scenario;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;

/**
 * Plan of a run.
 *
 * @param walkSeconds walking time, s; infinite for until told to stop
 * @param vx forward velocity, m/s
 * @param vy leftward velocity, m/s
 * @param yawRate yaw rate, rad/s
 * @param gait how to step
 * @param waitsAfterFault whether the run waits for a key after a fault, else it ends
 * @param policies for the operator to choose from, the first chosen; may be none
 * @param holds whether velocities last without a person's act
 */
public record RunPlan(
        double walkSeconds,
        double vx,
        double vy,
        double yawRate,
        Gait gait,
        boolean waitsAfterFault,
        List<PolicyFit> policies,
        boolean holds) {
    /** Default walking time without a terminal, s. */
    public static final double DEFAULT_WALK_SECONDS = 20;

    /** Copies the list. */
    public RunPlan {
        policies = List.copyOf(policies);
    }

    /**
     * A run whose velocities are held.
     *
     * @param walkSeconds walking time, s; infinite for until told to stop
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @param gait how to step
     * @param waitsAfterFault whether the run waits for a key after a fault, else it ends
     * @param policies for the operator to choose from, the first chosen; may be none
     */
    public RunPlan(
            final double walkSeconds,
            final double vx,
            final double vy,
            final double yawRate,
            final Gait gait,
            final boolean waitsAfterFault,
            final List<PolicyFit> policies) {
        this(walkSeconds, vx, vy, yawRate, gait, waitsAfterFault, policies, true);
    }

    /**
     * A run without policies, whose velocities are held.
     *
     * @param walkSeconds walking time, s; infinite for until told to stop
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @param gait how to step
     * @param waitsAfterFault whether the run waits for a key after a fault, else it ends
     */
    public RunPlan(
            final double walkSeconds,
            final double vx,
            final double vy,
            final double yawRate,
            final Gait gait,
            final boolean waitsAfterFault) {
        this(walkSeconds, vx, vy, yawRate, gait, waitsAfterFault, List.of());
    }
}
