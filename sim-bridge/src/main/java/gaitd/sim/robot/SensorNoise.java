package gaitd.sim.robot;

/**
 * Errors of the simulated sensors; each value is the standard deviation of white noise on every reading unless it says
 * otherwise.
 *
 * @param jointPositionRad joint angles, rad
 * @param jointSpeedRadS joint speeds, rad/s
 * @param torqueNm estimated torques, N m
 * @param attitudeRad attitude, about each trunk axis, rad
 * @param gyroRadS angular velocity, rad/s
 * @param accelerometerMS2 specific force, m/s^2
 * @param footCounts foot pressure, counts
 * @param footOffsetCounts half width of each foot's constant offset, drawn once from the seed, counts
 * @param footDriftCounts amplitude of each foot's slow drift, counts
 */
public record SensorNoise(
        double jointPositionRad,
        double jointSpeedRadS,
        double torqueNm,
        double attitudeRad,
        double gyroRadS,
        double accelerometerMS2,
        double footCounts,
        double footOffsetCounts,
        double footDriftCounts) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when one is negative or not finite
     */
    public SensorNoise {
        check("jointPositionRad", jointPositionRad);
        check("jointSpeedRadS", jointSpeedRadS);
        check("torqueNm", torqueNm);
        check("attitudeRad", attitudeRad);
        check("gyroRadS", gyroRadS);
        check("accelerometerMS2", accelerometerMS2);
        check("footCounts", footCounts);
        check("footOffsetCounts", footOffsetCounts);
        check("footDriftCounts", footDriftCounts);
    }

    /**
     * Sensors without errors.
     *
     * @return all zeros
     */
    public static SensorNoise none() {
        return new SensorNoise(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * A plausible robot. The values are assumptions of the size found in datasheets of low-cost inertial units and in
     * published sim-to-real training; none was measured on an A1.
     *
     * @return the assumed noise
     */
    public static SensorNoise typical() {
        return new SensorNoise(0.001, 0.05, 0.1, 0.002, 0.01, 0.1, 2, 10, 4);
    }

    private static void check(final String name, final double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be 0 or more and finite");
        }
    }
}
