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
    /** Longest delay of a sensor behind the IMU, s. */
    public static final double SENSOR_DELAY_MAX_S = 0.05;
    /** Counts per newton of the foot sensors that public A1 code expects: some 60 of a standing foot. */
    static final double FOOT_COUNTS_PER_N = 2;

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
    /** Counts of each foot sensor per newton of vertical force, 4. */
    public final double[] footCountsPerN = new double[A1.LEGS];
    /** How much later the foot sensors tell than the IMU, at most {@link #SENSOR_DELAY_MAX_S}, s. */
    public double footDelayS;
    /** How much later the joints tell than the IMU, at most {@link #SENSOR_DELAY_MAX_S}, s. */
    public double jointDelayS;
    /** White noise of joint angles, times that of the other sensors. */
    public double jointNoiseScale;
    /** Steps that joint angles come in, 0 for none, rad. */
    public double jointStepRad;
    /** Inertia of each drive whose acceleration its torque estimate shows beside the torque on the joint, kg m^2. */
    public double torqueInertiaKgM2;
    /** Readings from one sample of the accelerometer to the next, at least 1. */
    public int accelerometerEvery;
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
        Arrays.fill(footCountsPerN, FOOT_COUNTS_PER_N);
        footDelayS = 0;
        jointDelayS = 0;
        jointNoiseScale = 1;
        jointStepRad = 0;
        torqueInertiaKgM2 = 0;
        accelerometerEvery = 1;
        latencySteps = 0;
        batteryCharge = 1;
        batterySagPerW = 0;
    }
}
