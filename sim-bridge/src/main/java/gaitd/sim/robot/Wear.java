package gaitd.sim.robot;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Differences of one simulated robot from the nominal one in its drives, sensors and battery; joints, legs and axes in
 * the usual order.
 *
 * <p>Live: written between episodes by whoever owns the robot, read by drives and sensors every step. Allocates nothing
 * after construction. Not thread-safe.
 */
public final class Wear {
    /** Longest latency, physics steps. */
    public static final int LATENCY_STEPS_MAX = 160;

    /** Actual torque over commanded torque, 12; not seen by the robot's torque estimate. */
    public final double[] strength = new double[A1.JOINTS];
    /** Actual stiffness over commanded stiffness, 12. */
    public final double[] kpScale = new double[A1.JOINTS];
    /** Actual damping over commanded damping, 12. */
    public final double[] kdScale = new double[A1.JOINTS];
    /** Bias of each encoder, seen by drive and controller alike, 12, rad. */
    public final double[] jointOffsetRad = new double[A1.JOINTS];
    /** Gyroscope bias, 3, rad/s. */
    public final double[] gyroBiasRadS = new double[3];
    /** Accelerometer bias, 3, m/s^2. */
    public final double[] accelerometerBiasMS2 = new double[3];
    /** Attitude error about each trunk axis, small, 3, rad. */
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

    /** The nominal robot. */
    public Wear() {
        clear();
    }

    /** Back to the nominal robot. */
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
