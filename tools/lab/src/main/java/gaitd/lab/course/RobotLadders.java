package gaitd.lab.course;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.VaryPreset;
import java.util.List;

/** Robots that are not as they were made, on flat ground that may be slippery, at 0.3 m/s. */
final class RobotLadders {
    private static final double PERCENT = 0.01;
    private static final double PUSH_EVERY_S = 5;
    private static final double ICE_SHARE = 0.3;
    /** Foot sensors of real robots, and how far they are from each other. */
    private static final double REAL_COUNTS_PER_N = 12;

    private static final double REAL_COUNTS_SPREAD = 3;

    private static final List<RangeSetting> SENSORS = List.of(
            RangeSetting.JOINT_OFFSET_RAD,
            RangeSetting.GYRO_BIAS_RAD_S,
            RangeSetting.ACCELEROMETER_BIAS_M_S2,
            RangeSetting.ATTITUDE_BIAS_RAD,
            RangeSetting.SENSOR_NOISE,
            RangeSetting.FOOT_OFFSET_COUNTS,
            RangeSetting.FOOT_DELAY_MS,
            RangeSetting.JOINT_DELAY_MS,
            RangeSetting.TORQUE_INERTIA_KG_M2,
            RangeSetting.FOOT_DRIFT_COUNTS);

    static final List<CourseLadder> ALL = List.of(
            Rungs.robot(
                    "ice",
                    "ice, friction",
                    0.8,
                    level -> to -> fixed(to, RangeSetting.GROUND_FRICTION, level),
                    0.5,
                    0.35,
                    0.25,
                    0.18,
                    0.12),
            Rungs.robot(
                    "ice-patches",
                    "patches of ice, friction",
                    0.8,
                    level -> to -> patches(to, level),
                    0.25,
                    0.18,
                    0.12,
                    0.08,
                    0.05),
            Rungs.robot("pushes", "pushes every 5 s, m/s", 0, level -> to -> pushes(to, level), 0.4, 0.7, 1, 1.3, 1.6),
            Rungs.robot("payload", "payload anywhere, kg", 0, level -> to -> payload(to, level), 3, 5, 8, 11, 14),
            Rungs.robot(
                    "weak-motor",
                    "one weak motor, %",
                    100,
                    level -> to -> fixed(to, RangeSetting.ONE_MOTOR_STRENGTH, PERCENT * level),
                    80,
                    60,
                    45,
                    30,
                    15),
            Rungs.robot(
                    "worn", "worn motors, least %", 100, level -> to -> worn(to, PERCENT * level), 90, 80, 70, 60, 50),
            Rungs.robot("sensors", "sensor errors, x wide", 0, level -> to -> sensors(to, level), 0.5, 1, 1.5, 2, 3),
            Rungs.robot(
                    "delay",
                    "delay of commands, ms",
                    0,
                    level -> to -> fixed(to, RangeSetting.LATENCY_MS, level),
                    5,
                    10,
                    15,
                    20,
                    30));

    private RobotLadders() {}

    private static Config.Builder fixed(final Config.Builder to, final RangeSetting which, final double value) {
        return Rungs.range(to, which, value, value);
    }

    private static Config.Builder pushes(final Config.Builder to, final double speedMS) {
        return fixed(fixed(to, RangeSetting.PUSH_M_S, speedMS), RangeSetting.PUSH_EVERY_S, PUSH_EVERY_S);
    }

    private static Config.Builder patches(final Config.Builder to, final double friction) {
        return fixed(fixed(to, RangeSetting.ICE_SHARE, ICE_SHARE), RangeSetting.ICE_FRICTION, friction);
    }

    /** Over the whole of the trunk's top. */
    private static Config.Builder payload(final Config.Builder to, final double kg) {
        fixed(to, RangeSetting.PAYLOAD_KG, kg);
        Rungs.range(to, RangeSetting.PAYLOAD_X_M, -0.12, 0.12);
        Rungs.range(to, RangeSetting.PAYLOAD_Y_M, -0.06, 0.06);
        return Rungs.range(to, RangeSetting.PAYLOAD_Z_M, 0.06, 0.12);
    }

    /** Motors that give between a share and all of their torque, and joints that stick the more. */
    private static Config.Builder worn(final Config.Builder to, final double least) {
        Rungs.range(to, RangeSetting.MOTOR_STRENGTH, least, 1);
        Rungs.range(to, RangeSetting.JOINT_FRICTION_NM, 0.2, 0.2 + 3 * (1 - least));
        return Rungs.range(to, RangeSetting.JOINT_DAMPING_NMS_RAD, 0.01, 0.01 + 0.6 * (1 - least));
    }

    /** Errors of all sensors, as many times as far from the nominal robot as the preset wide. */
    private static Config.Builder sensors(final Config.Builder to, final double times) {
        for (final RangeSetting which : SENSORS) {
            Rungs.range(
                    to,
                    which,
                    far(which, which.low(VaryPreset.WIDE), times),
                    far(which, which.high(VaryPreset.WIDE), times));
        }
        return Rungs.range(
                to,
                RangeSetting.FOOT_COUNTS_PER_N,
                REAL_COUNTS_PER_N - times * REAL_COUNTS_SPREAD,
                REAL_COUNTS_PER_N + times * REAL_COUNTS_SPREAD);
    }

    private static double far(final RangeSetting which, final double wide, final double times) {
        return Math.clamp(which.neutral + times * (wide - which.neutral), which.min, which.max);
    }
}
