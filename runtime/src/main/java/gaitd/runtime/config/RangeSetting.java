package gaitd.runtime.config;

/**
 * Every range that the properties of a simulated robot and its ground are drawn from, declared once: key, how many
 * values are drawn, the value without variation, what is allowed, and the presets.
 *
 * <p>Keys are TOML paths; a value is one number, or two for least and greatest: {@code vary.payload_kg = [0, 5]}.
 */
public enum RangeSetting {
    /** Link masses. */
    LINK_MASS("vary.link_mass", 13, 1, 0.2, 3, "-", "mass and inertia of each link, times nominal", 0.9, 1.1, 0.8, 1.2),
    /** Payload mass. */
    PAYLOAD_KG("vary.payload_kg", 1, 0, 0, 20, "kg", "load fixed to the trunk", 0, 1, 0, 5),
    /** Payload position, forward. */
    PAYLOAD_X_M("vary.payload_x_m", 1, 0, -0.2, 0.2, "m", "load ahead of the trunk origin", -0.05, 0.05, -0.1, 0.1),
    /** Payload position, left. */
    PAYLOAD_Y_M("vary.payload_y_m", 1, 0, -0.1, 0.1, "m", "load to the left of it", -0.02, 0.02, -0.05, 0.05),
    /** Payload position, up. */
    PAYLOAD_Z_M("vary.payload_z_m", 1, 0.08, -0.1, 0.3, "m", "load above it", 0.06, 0.1, 0.05, 0.15),
    /** Ground friction. */
    GROUND_FRICTION(
            "vary.ground_friction", 1, 0.8, 0.05, 3, "-", "friction of everything on the ground", 0.6, 1, 0.4, 1.5),
    /** Patches of ice. */
    ICE_SHARE("vary.ice_share", 1, 0, 0, 1, "-", "share of the ground's square metres that are ice", 0, 0, 0, 0),
    /** Friction of patches of ice. */
    ICE_FRICTION("vary.ice_friction", 1, 0.2, 0.02, 3, "-", "friction on patches of ice", 0.2, 0.2, 0.2, 0.2),
    /** Torque strength. */
    MOTOR_STRENGTH("vary.motor_strength", 12, 1, 0.1, 1.5, "-", "motor torque, times commanded", 0.95, 1.05, 0.85, 1.1),
    /** Torque strength of one motor. */
    ONE_MOTOR_STRENGTH(
            "vary.one_motor_strength", 1, 1, 0.1, 1.5, "-", "torque of one motor, drawn, times it all", 1, 1, 1, 1),
    /** Dry friction. */
    JOINT_FRICTION_NM("vary.joint_friction_nm", 12, 0.2, 0, 5, "N m", "dry friction of each joint", 0.1, 0.3, 0, 0.6),
    /** Viscous friction. */
    JOINT_DAMPING_NMS_RAD(
            "vary.joint_damping_nms_rad", 12, 0.01, 0, 2, "N m s/rad", "damping of each joint", 0, 0.05, 0, 0.2),
    /** Stiffness strength. */
    DRIVE_KP("vary.drive_kp", 12, 1, 0.2, 3, "-", "stiffness of each drive, times commanded", 0.95, 1.05, 0.8, 1.2),
    /** Damping strength. */
    DRIVE_KD("vary.drive_kd", 12, 1, 0.2, 3, "-", "damping of each drive, times commanded", 0.95, 1.05, 0.8, 1.2),
    /** Delay of commands. */
    LATENCY_MS("vary.latency_ms", 1, 0, 0, 40, "ms", "command to torque, in whole physics steps", 0, 4, 0, 10),
    /** Encoder errors. */
    JOINT_OFFSET_RAD(
            "vary.joint_offset_rad", 12, 0, -0.2, 0.2, "rad", "error of each encoder", -0.01, 0.01, -0.03, 0.03),
    /** Gyroscope errors. */
    GYRO_BIAS_RAD_S(
            "vary.gyro_bias_rad_s", 3, 0, -0.5, 0.5, "rad/s", "gyroscope bias by axis", -0.01, 0.01, -0.03, 0.03),
    /** Accelerometer errors. */
    ACCELEROMETER_BIAS_M_S2(
            "vary.accelerometer_bias_m_s2", 3, 0, -2, 2, "m/s^2", "accelerometer bias by axis", -0.1, 0.1, -0.33, 0.33),
    /** Attitude errors. */
    ATTITUDE_BIAS_RAD(
            "vary.attitude_bias_rad",
            3,
            0,
            -0.2,
            0.2,
            "rad",
            "attitude error about each axis",
            -0.01,
            0.01,
            -0.02,
            0.02),
    /** Noise. */
    SENSOR_NOISE("vary.sensor_noise", 1, 1, 0, 10, "-", "white noise of every sensor, times assumed", 0.5, 1.5, 0.5, 3),
    /** Foot sensor errors. */
    FOOT_OFFSET_COUNTS(
            "vary.foot_offset_counts", 4, 0, -200, 200, "counts", "offset of each foot sensor", 0, 60, 0, 120),
    /** Foot sensor sensitivity. */
    FOOT_COUNTS_PER_N(
            "vary.foot_counts_per_n", 4, 2, 0.1, 50, "1/N", "counts of each foot sensor per newton", 11, 13, 9, 15),
    /** Foot sensor delay. */
    FOOT_DELAY_MS("vary.foot_delay_ms", 1, 0, 0, 50, "ms", "delay of the foot sensors", 0, 10, 0, 30),
    /** Encoder delay. */
    JOINT_DELAY_MS("vary.joint_delay_ms", 1, 0, 0, 20, "ms", "delay of the joints behind the IMU", 0, 5, 0, 10),
    /** Encoder noise. */
    JOINT_NOISE(
            "vary.joint_noise", 1, 1, 0, 10, "-", "white noise of joint angles, times sensor_noise", 0, 0.05, 0, 0.1),
    /** Encoder resolution. */
    JOINT_STEP_RAD(
            "vary.joint_step_rad", 1, 0, 0, 0.01, "rad", "steps that joint angles come in", 4.5e-5, 5.5e-5, 4e-5, 6e-5),
    /** Torque of the drive's own inertia. */
    TORQUE_INERTIA_KG_M2(
            "vary.torque_inertia_kg_m2",
            1,
            0,
            0,
            0.1,
            "kg m^2",
            "inertia whose acceleration reported torques show, too",
            0.016,
            0.02,
            0.014,
            0.022),
    /** Repeated accelerometer samples. */
    ACCELEROMETER_EVERY(
            "vary.accelerometer_every",
            1,
            1,
            1,
            8,
            "readings",
            "readings from one accelerometer sample to the next, whole",
            1,
            1.4,
            1,
            2.4),
    /** Foot sensor drift. */
    FOOT_DRIFT_COUNTS("vary.foot_drift_counts", 4, 0, 0, 200, "counts", "drift of each foot sensor", 0, 5, 0, 20),
    /** Battery charge. */
    BATTERY_CHARGE("vary.battery_charge", 1, 1, 0.5, 1, "-", "voltage without load, times full", 0.95, 1, 0.85, 1),
    /** Battery voltage sag. */
    BATTERY_SAG_1_KW(
            "vary.battery_sag_1_kw", 1, 0, 0, 0.5, "1/kW", "share of full voltage lost by power", 0, 0.05, 0, 0.1),
    /** Pushes. */
    PUSH_M_S("vary.push_m_s", 1, 0, 0, 3, "m/s", "horizontal change of velocity by each push", 0, 0.2, 0, 0.5),
    /** Time between pushes. */
    PUSH_EVERY_S("vary.push_every_s", 1, 10, 0.1, 3600, "s", "time between pushes", 8, 12, 5, 15);

    /** TOML path. */
    public final String key;
    /** How many values are drawn from the range: one, or one a leg, joint, axis or link. */
    public final int count;
    /** Value without variation, and both ends of the range by default. */
    public final double neutral;
    /** Smallest value allowed. */
    public final double min;
    /** Largest value allowed. */
    public final double max;
    /** Unit of the values. */
    public final String unit;
    /** Meaning, one line. */
    public final String meaning;

    private final double mildLow;
    private final double mildHigh;
    private final double wideLow;
    private final double wideHigh;

    RangeSetting(
            final String key,
            final int count,
            final double neutral,
            final double min,
            final double max,
            final String unit,
            final String meaning,
            final double mildLow,
            final double mildHigh,
            final double wideLow,
            final double wideHigh) {
        this.key = key;
        this.count = count;
        this.neutral = neutral;
        this.min = min;
        this.max = max;
        this.unit = unit;
        this.meaning = meaning;
        this.mildLow = mildLow;
        this.mildHigh = mildHigh;
        this.wideLow = wideLow;
        this.wideHigh = wideHigh;
    }

    /**
     * Least value of a preset.
     *
     * @param which the preset
     * @return in the unit
     */
    public double low(final VaryPreset which) {
        return switch (which) {
            case NONE -> neutral;
            case SENSORS -> isSensor() ? wideLow : neutral;
            case MILD -> mildLow;
            case WIDE -> wideLow;
        };
    }

    /**
     * Greatest value of a preset.
     *
     * @param which the preset
     * @return in the unit
     */
    public double high(final VaryPreset which) {
        return switch (which) {
            case NONE -> neutral;
            case SENSORS -> isSensor() ? wideHigh : neutral;
            case MILD -> mildHigh;
            case WIDE -> wideHigh;
        };
    }

    /** Whether recordings of real robots show it in their sensors. */
    private boolean isSensor() {
        return switch (this) {
            case ACCELEROMETER_BIAS_M_S2,
                    FOOT_OFFSET_COUNTS,
                    FOOT_COUNTS_PER_N,
                    FOOT_DELAY_MS,
                    JOINT_DELAY_MS,
                    JOINT_NOISE,
                    JOINT_STEP_RAD,
                    TORQUE_INERTIA_KG_M2,
                    ACCELEROMETER_EVERY -> true;
            default -> false;
        };
    }
}
