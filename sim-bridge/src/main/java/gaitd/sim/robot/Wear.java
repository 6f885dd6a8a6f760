package gaitd.sim.robot;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * How far one simulated robot is from the nominal one in its drives, sensors and battery; joints, legs and axes in the usual
 * order.
 *
 * <p>Live: written between episodes by whoever owns the robot, read by drives and sensors every step. Allocates nothing after
 * construction. Not thread-safe.
 */
public final class Wear {
    /** Longest latency, physics steps. */
    public static final int LATENCY_STEPS_MAX = 160;

    /** Torque given by torque asked for, 12; the robot's torque estimate does not see it. */
    public final double[] strength = new double[A1.JOINTS];
    /** Stiffness given by stiffness asked for, 12. */
    public final double[] kpScale = new double[A1.JOINTS];
    /** Damping given by damping asked for, 12. */
    public final double[] kdScale = new double[A1.JOINTS];
    /** What each encoder shows too much, for the drive as for the controller, 12, rad. */
    public final double[] jointOffsetRad = new double[A1.JOINTS];
    /** What the gyroscope shows too much, 3, rad/s. */
    public final double[] gyroBiasRadS = new double[3];
    /** What the accelerometer shows too much, 3, m/s^2. */
    public final double[] accelerometerBiasMS2 = new double[3];
    /** Small turn of the shown attitude about each trunk axis, 3, rad. */
    public final double[] attitudeBiasRad = new double[3];
    /** White noise of every sensor, times {@link SensorNoise}. */
    public double noiseScale;
    /** Offset of each foot sensor beside that of {@link SensorNoise}, 4, counts. */
    public final double[] footOffsetCounts = new double[A1.LEGS];
    /** Amplitude of each foot sensor's drift beside that of {@link SensorNoise}, 4, counts. */
    public final double[] footDriftCounts = new double[A1.LEGS];
    /** Physics steps between a command and its torque, 0 to {@link #LATENCY_STEPS_MAX}. */
    public int latencySteps;
    /** Battery voltage without load, times full; at most 1. */
    public double batteryCharge;
    /** Share of the full voltage lost by power at full voltage, 1/W. */
    public double batterySagPerW;

    /** No wear. */
    public Wear() {
        clear();
    }

    /** No wear any more. */
    public void clear() {
        Arrays.fill(strength, 1);
        Arrays.fill(kpScale, 1);
        Arrays.fill(kdScale, 1);
        Arrays.fill(jointOffsetRad, 0);
        Arrays.fill(gyroBiasRadS, 0);
        Arrays.fill(accelerometerBiasMS2, 0);
        Arrays.fill(attitudeBiasRad, 0);
        noiseScale = 1;
        Arrays.fill(footOffsetCounts, 0);
        Arrays.fill(footDriftCounts, 0);
        latencySteps = 0;
        batteryCharge = 1;
        batterySagPerW = 0;
    }
}
