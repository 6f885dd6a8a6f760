package gaitd.robot.report;

import gaitd.sim.measure.WalkFigures;

/** Puts the figures of a walk into reports, under the same names in all of them; docs/measures.md says what each is. */
public final class WalkReport {
    private WalkReport() {}

    /**
     * Adds the figures.
     *
     * @param report what is added to
     * @param walk the figures; what is not known is put as null
     * @return the report
     */
    public static Report put(final Report report, final WalkFigures walk) {
        return report.put("walk_seconds", walk.timeS())
                .put("falls", walk.falls())
                .put("distance_m", walk.distanceM())
                .put("drift_m", walk.driftM())
                .put("velocity_mean", known(walk.meanForwardMS(), walk.meanLeftMS(), walk.meanYawRadS()))
                .put("velocity_mae", walk.forwardMaeMS())
                .put("lateral_mae", walk.leftMaeMS())
                .put("yaw_rate_mae", walk.yawMaeRadS())
                .put("tilt_max_deg", Math.toDegrees(walk.tiltMaxRad()))
                .put("tilt_rms", walk.tiltRmsRad())
                .put("roll_pitch_rate_rms", walk.rollPitchRmsRadS())
                .put("power_mean_w", walk.meanPowerW())
                .put("cost_of_transport", walk.costOfTransport())
                .put("slip_m_s", walk.slipMS());
    }

    private static double[] known(final double forward, final double left, final double turning) {
        return Double.isNaN(forward) ? null : new double[] {forward, left, turning};
    }
}
