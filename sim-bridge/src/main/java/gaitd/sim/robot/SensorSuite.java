package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;
import gaitd.policies.learn.RandomStream;
import gaitd.sim.engine.SimState;

/**
 * Computes the readings of encoders, inertial unit and foot sensors from ground truth.
 *
 * <p>The inertial unit sits at the trunk origin; its values end at full scale, as those of real ones do. Every reading draws the same number of random values, so the bits of a
 * run depend only on the seed and on how often it was read. Allocates nothing after construction.
 */
final class SensorSuite {
    /** 2000 deg/s. */
    private static final double GYRO_FULL_SCALE_RAD_S = 34.9;
    /** 16 g. */
    private static final double ACCELEROMETER_FULL_SCALE_M_S2 = 156.9;

    private final SensorNoise noise;
    private final Wear wear;
    private final RandomStream random;
    private final FootPressure feet;
    private final SensorDelay angles = new SensorDelay(A1.JOINTS);
    private final SensorDelay speeds = new SensorDelay(A1.JOINTS);
    private final SensorDelay pressures = new SensorDelay(A1.LEGS);
    private final double[] counts = new double[A1.LEGS];
    private final double[] sample = new double[3];
    private long readings;
    private final Hands hands;

    /** Hands: their pull on joints the robot does not know, their press on its soles it feels. */
    SensorSuite(final SensorNoise noise, final Wear wear, final Hands hands, final long seed) {
        this.hands = hands;
        this.noise = noise;
        this.wear = wear;
        this.random = new RandomStream(seed);
        this.feet = new FootPressure(noise, wear);
        feet.draw(random);
    }

    void reseed(final long seed) {
        random.reseed(seed);
        feet.draw(random);
        angles.clear();
        speeds.clear();
        pressures.clear();
        readings = 0;
    }

    void sense(final SimState truth, final Sensed out) {
        final double scale = wear.noiseScale;
        for (int j = 0; j < A1.JOINTS; j++) {
            out.q[j] = stepped(truth.q[j]
                    + wear.jointOffsetRad[j]
                    + wear.jointNoiseScale * scale * noise.jointPositionRad() * white());
            out.dq[j] = truth.dq[j] + scale * noise.jointSpeedRadS() * white();
            out.ddq[j] = truth.ddq[j];
            out.tauEst[j] = (truth.motorTorque[j] - hands.torqueNm(j)) / wear.strength[j]
                    + wear.torqueInertiaKgM2 * truth.ddq[j]
                    + scale * noise.torqueNm() * white();
        }
        inertial(truth, out);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            counts[leg] = feet.counts(leg, truth.footForce[3 * leg + 2] + hands.pressedN(leg), truth.timeS, white());
        }
        angles.pass(truth.timeS, wear.jointDelayS, out.q);
        speeds.pass(truth.timeS, wear.jointDelayS, out.dq);
        pressures.pass(truth.timeS, wear.footDelayS, counts);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out.footForce[leg] = (int) counts[leg];
        }
        if (readings % wear.accelerometerEvery == 0) {
            System.arraycopy(out.accelerometer, 0, sample, 0, sample.length);
        }
        System.arraycopy(sample, 0, out.accelerometer, 0, sample.length);
        readings++;
    }

    private double stepped(final double angleRad) {
        return wear.jointStepRad > 0 ? wear.jointStepRad * Math.rint(angleRad / wear.jointStepRad) : angleRad;
    }

    private void inertial(final SimState truth, final Sensed out) {
        final double[] q = truth.baseQuaternion;
        final double[] a = truth.baseAcceleration;
        final double scale = wear.noiseScale;
        intoTrunk(q, a[0], a[1], a[2] + Gravity.M_S2, out.accelerometer);
        for (int i = 0; i < 3; i++) {
            out.gyro[i] = within(
                    GYRO_FULL_SCALE_RAD_S,
                    truth.baseAngularVelocity[i] + wear.gyroBiasRadS[i] + scale * noise.gyroRadS() * white());
            out.accelerometer[i] = within(
                    ACCELEROMETER_FULL_SCALE_M_S2,
                    out.accelerometer[i] + (wear.accelerometerBiasMS2[i] + scale * noise.accelerometerMS2() * white()));
        }
        disturb(q, out.quaternion);
        EulerAngles.of(out.quaternion, out.rpy);
    }

    private static double within(final double fullScale, final double value) {
        return Math.clamp(value, -fullScale, fullScale);
    }

    private double white() {
        return random.nextGaussian();
    }

    static void intoTrunk(final double[] q, final double x, final double y, final double z, final double[] out) {
        final double w = q[0];
        final double i = q[1];
        final double j = q[2];
        final double k = q[3];
        out[0] = (1 - 2 * (j * j + k * k)) * x + 2 * (i * j + w * k) * y + 2 * (i * k - w * j) * z;
        out[1] = 2 * (i * j - w * k) * x + (1 - 2 * (i * i + k * k)) * y + 2 * (j * k + w * i) * z;
        out[2] = 2 * (i * k + w * j) * x + 2 * (j * k - w * i) * y + (1 - 2 * (i * i + j * j)) * z;
    }

    /** Turns an attitude by small angles about the trunk's axes; exact to first order, and no angle here is large. */
    private void disturb(final double[] q, final double[] out) {
        final double x = (wear.attitudeBiasRad[0] + wear.noiseScale * noise.attitudeRad() * white()) / 2;
        final double y = (wear.attitudeBiasRad[1] + wear.noiseScale * noise.attitudeRad() * white()) / 2;
        final double z = (wear.attitudeBiasRad[2] + wear.noiseScale * noise.attitudeRad() * white()) / 2;
        final double scale = 1 / Math.sqrt(1 + x * x + y * y + z * z);
        out[0] = scale * (q[0] - q[1] * x - q[2] * y - q[3] * z);
        out[1] = scale * (q[1] + q[0] * x + q[2] * z - q[3] * y);
        out[2] = scale * (q[2] + q[0] * y + q[3] * x - q[1] * z);
        out[3] = scale * (q[3] + q[0] * z + q[1] * y - q[2] * x);
    }
}
