package gaitd.sim.vary;

import gaitd.runtime.config.RangeSetting;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.IcePatches;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.Wear;

/**
 * Applies a {@link Variation} to a robot: its model, its wear, its pushes. Allocates nothing.
 *
 * <p>Called before each episode, before the robot is placed.
 */
public final class Varied {
    private static final double W_PER_KW = 1000;
    private static final double MS_PER_S = 1000;

    private Varied() {}

    /**
     * Writes a model.
     *
     * @param drawn the variation
     * @param nominal model without variation, not modified
     * @param out overwritten
     */
    public static void model(final Variation drawn, final RobotModel nominal, final RobotModel out) {
        out.set(nominal);
        for (int link = 0; link < RobotModel.LINKS; link++) {
            final double scale = drawn.get(RangeSetting.LINK_MASS, link);
            out.massKg[link] *= scale;
            for (int i = 6 * link; i < 6 * link + 6; i++) {
                out.inertiaKgM2[i] *= scale;
            }
        }
        out.load(
                drawn.get(RangeSetting.PAYLOAD_KG),
                drawn.get(RangeSetting.PAYLOAD_X_M),
                drawn.get(RangeSetting.PAYLOAD_Y_M),
                drawn.get(RangeSetting.PAYLOAD_Z_M));
        drawn.copy(RangeSetting.JOINT_FRICTION_NM, out.dryFrictionNm);
        drawn.copy(RangeSetting.JOINT_DAMPING_NMS_RAD, out.jointDampingNmSRad);
        out.frictionCoefficient = drawn.get(RangeSetting.GROUND_FRICTION);
    }

    /**
     * Writes a wear.
     *
     * @param drawn the variation
     * @param timeStepS length of a physics step, s
     * @param out overwritten
     */
    public static void wear(final Variation drawn, final double timeStepS, final Wear out) {
        drawn.copy(RangeSetting.MOTOR_STRENGTH, out.strength);
        out.strength[drawn.oneMotor()] *= drawn.get(RangeSetting.ONE_MOTOR_STRENGTH);
        drawn.copy(RangeSetting.DRIVE_KP, out.kpScale);
        drawn.copy(RangeSetting.DRIVE_KD, out.kdScale);
        drawn.copy(RangeSetting.JOINT_OFFSET_RAD, out.jointOffsetRad);
        drawn.copy(RangeSetting.GYRO_BIAS_RAD_S, out.gyroBiasRadS);
        drawn.copy(RangeSetting.ACCELEROMETER_BIAS_M_S2, out.accelerometerBiasMS2);
        drawn.copy(RangeSetting.ATTITUDE_BIAS_RAD, out.attitudeBiasRad);
        out.noiseScale = drawn.get(RangeSetting.SENSOR_NOISE);
        drawn.copy(RangeSetting.FOOT_OFFSET_COUNTS, out.footOffsetCounts);
        drawn.copy(RangeSetting.FOOT_DRIFT_COUNTS, out.footDriftCounts);
        drawn.copy(RangeSetting.FOOT_COUNTS_PER_N, out.footCountsPerN);
        out.footDelayS = Math.min(Wear.SENSOR_DELAY_MAX_S, drawn.get(RangeSetting.FOOT_DELAY_MS) / MS_PER_S);
        out.jointDelayS = Math.min(Wear.SENSOR_DELAY_MAX_S, drawn.get(RangeSetting.JOINT_DELAY_MS) / MS_PER_S);
        out.jointNoiseScale = drawn.get(RangeSetting.JOINT_NOISE);
        out.jointStepRad = drawn.get(RangeSetting.JOINT_STEP_RAD);
        out.torqueInertiaKgM2 = drawn.get(RangeSetting.TORQUE_INERTIA_KG_M2);
        out.accelerometerEvery = (int) Math.max(1, Math.rint(drawn.get(RangeSetting.ACCELEROMETER_EVERY)));
        out.latencySteps = (int) Math.min(
                Wear.LATENCY_STEPS_MAX, Math.rint(drawn.get(RangeSetting.LATENCY_MS) / (MS_PER_S * timeStepS)));
        out.batteryCharge = drawn.get(RangeSetting.BATTERY_CHARGE);
        out.batterySagPerW = drawn.get(RangeSetting.BATTERY_SAG_1_KW) / W_PER_KW;
    }

    /**
     * Sets the patches of ice.
     *
     * @param drawn the variation
     * @param model of the robot, as {@link #model} wrote it
     * @param seed decides where they are
     * @param out overwritten
     * @return whether there are any
     */
    public static boolean ice(final Variation drawn, final RobotModel model, final long seed, final IcePatches out) {
        out.set(model, drawn.get(RangeSetting.ICE_SHARE), drawn.get(RangeSetting.ICE_FRICTION), seed);
        return drawn.get(RangeSetting.ICE_SHARE) > 0;
    }

    /**
     * Sets a schedule of pushes.
     *
     * @param drawn the variation
     * @param seed decides the directions
     * @param out overwritten
     * @return whether there are any
     */
    public static boolean pushes(final Variation drawn, final long seed, final PushSchedule out) {
        out.set(drawn.get(RangeSetting.PUSH_M_S), drawn.get(RangeSetting.PUSH_EVERY_S), seed);
        return drawn.get(RangeSetting.PUSH_M_S) > 0;
    }
}
