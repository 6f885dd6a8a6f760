package gaitd.tools.run;

import gaitd.policies.cpg.Gait;

/**
 * What a run is asked to do.
 *
 * @param walkSeconds walking time, s; infinite for until told to stop
 * @param vx forward velocity, m/s
 * @param vy leftward velocity, m/s
 * @param yawRate yaw rate, rad/s
 * @param gait how to step
 * @param waitsAfterFault whether a fault leaves the run waiting for a person, else it ends
 */
public record RunPlan(double walkSeconds, double vx, double vy, double yawRate, Gait gait, boolean waitsAfterFault) {
    /** Walking time when nothing is said and nobody is there, s. */
    public static final double DEFAULT_WALK_SECONDS = 20;
}
