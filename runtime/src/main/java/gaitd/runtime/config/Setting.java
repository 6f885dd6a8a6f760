package gaitd.runtime.config;

/**
 * Every number that can be configured, declared once: key, default, range, unit and meaning. A few take a word in place of a
 * number.
 *
 * <p>Choices of words alone are {@link ChoiceSetting}s. Keys are TOML paths. Code asks {@link Config#get(Setting)} when it is built, never in the tick.
 */
public enum Setting implements NumberText {
    /** Control rate. */
    RATE_HZ("loop.rate_hz", 500, 100, 1000, "Hz", "control rate"),
    /** Missed ticks in a row that latch a fault. */
    MISSED_TICKS_MAX("loop.missed_ticks_max", 50, 1, 1000, "ticks", "ticks missed in a row that damp the robot"),
    /** Wait for a packet. */
    PACKET_WAIT_PERIODS(
            "loop.packet_wait_periods", 1.5, 1.05, 3, "periods", "wait for a packet after which the timer takes over"),
    /** Rate limit of ticks by packets. */
    PACKET_RATE_MAX(
            "loop.packet_rate_max", 1.2, 1.02, 2, "rates", "how much faster than the control rate packets may be"),

    /** Age limit of commands. */
    COMMAND_AGE_MAX_MS("command.age_max_ms", 200, 10, 2000, "ms", "age beyond which a command is refused"),
    /** Operator timeout for the velocity. */
    OPERATOR_TIMEOUT_MS(
            "command.operator_timeout_ms", 500, 50, 5000, "ms", "time without a command that makes the velocity zero"),
    /** Operator timeout for walking. */
    OPERATOR_STAND_S("command.stand_after_s", 2, 0, 60, "s", "further time after which a walking robot stands"),

    /** Limit of the time without a person's act. */
    PERSON_GONE_S(
            "operator.person_gone_s",
            10,
            1,
            3600,
            "s",
            "time without a key, stick or call of a person after which the velocity is zero, unless it is held (--hold)"),

    /** Stale-state limit. */
    STALE_MS("safety.stale_ms", 60, 5, 500, "ms", "age of the newest state that damps the robot"),
    /** Delay limit of states. */
    STATE_LAG_MAX_MS(
            "safety.state_lag_max_ms",
            30,
            5,
            10_000,
            "ms",
            "lateness of states, by their ticks, that sits the robot down"),
    /** Tilt limit. */
    TILT_MAX_DEG("safety.tilt_max_deg", Word.OVER, 50, 10, 90, "deg", "lean of the trunk that damps the robot"),
    /** Least force of the feet of a risen robot. */
    HUNG_UP_N(
            "safety.hung_up_n",
            Word.UNDER,
            30,
            5,
            100,
            "N",
            "force of all feet below which a risen robot hangs; \"off\" lets a hung-up robot stand"),
    /** Joint range margin. */
    POSITION_MARGIN_RAD(
            "safety.position_margin_rad",
            Word.OVER,
            0.2,
            0,
            0.5,
            "rad",
            "how far a joint may be outside its range (lying calves are)"),
    /** Measured joint speed limit. */
    SPEED_MAX_RAD_S(
            "safety.speed_max_rad_s", Word.OVER, 28, 5, 60, "rad/s", "measured joint speed that damps the robot"),
    /** Measured torque limit. */
    TORQUE_MAX_NM("safety.torque_max_nm", 33.5, 5, 33.5, "N m", "greatest joint torque commanded"),
    /** Time a measured torque may exceed the limit. */
    OVERLOAD_MS("safety.overload_ms", 200, 10, 5000, "ms", "time that torque or power may stay beyond its limit"),
    /** Power limit. */
    POWER_MAX_W(
            "safety.power_max_w", Word.OVER, 1000, 100, 3000, "W", "joint power that damps the robot when it lasts"),
    /** Temperature limit. */
    TEMPERATURE_MAX_C("safety.temperature_max_c", 80, 40, 110, "deg C", "motor temperature that sits the robot down"),
    /** Temperature from which a warning is shown. */
    TEMPERATURE_WARM_C(
            "safety.temperature_warm_c", Word.OVER, 65, 30, 110, "deg C", "motor temperature that a person is told of"),
    /** Temperature that slows the robot down. */
    TEMPERATURE_DERATE_C(
            "safety.temperature_derate_c",
            Word.OVER,
            74,
            30,
            110,
            "deg C",
            "motor temperature that halves the velocity"),
    /** Forecast of the temperature. */
    TEMPERATURE_FORECAST_S(
            "safety.temperature_forecast_s",
            Word.UNDER,
            30,
            5,
            600,
            "s",
            "time left before a motor is too hot that a person is told of"),
    /** Temperature of the board. */
    BOARD_TEMPERATURE_MAX_C(
            "safety.board_temperature_max_c",
            Word.OVER,
            85,
            40,
            120,
            "deg C",
            "temperature of the IMU that a person is told of"),
    /** Height of a fallen robot. */
    FALLEN_HEIGHT_M(
            "safety.fallen_height_m", Word.UNDER, 0.13, 0.05, 0.18, "m", "height over the feet that damps the robot"),
    /** Specific force of a falling robot. */
    FREE_FALL_M_S2(
            "safety.free_fall_m_s2", Word.UNDER, 3, 0.5, 6, "m/s^2", "specific force below which the robot damps"),
    /** Time in the air. */
    AIRBORNE_S("safety.airborne_s", Word.OVER, 0.5, 0.1, 10, "s", "time without a foot on the ground that ends a walk"),
    /** Torque that a motor owes. */
    FOLLOWING_MAX_NM(
            "safety.following_max_nm",
            Word.OVER,
            8,
            2,
            30,
            "N m",
            "difference of commanded and reported torque that sits the robot down"),
    /** Torque of a blocked joint. */
    STALL_NM("safety.stall_nm", Word.OVER, 22, 5, 33.5, "N m", "torque of a joint at rest that sits the robot down"),
    /** Time of a blocked joint. */
    STALL_S("safety.stall_s", 1, 0.1, 10, "s", "time that such a torque may last"),
    /** Rate limit of target angles. */
    TARGET_RATE_MAX_RAD_S("safety.target_rate_max_rad_s", 30, 1, 100, "rad/s", "fastest change of a target angle"),
    /** Stiffness limit. */
    KP_MAX("safety.kp_max_nm_rad", 200, 1, 500, "N m/rad", "greatest stiffness passed on"),
    /** Damping limit. */
    KD_MAX("safety.kd_max_nms_rad", 10, 0.1, 30, "N m s/rad", "greatest damping passed on"),
    /** Damping when passive or faulted. */
    DAMPING_KD("safety.damping_kd_nms_rad", 4, 1, 20, "N m s/rad", "joint damping when passive or faulted"),

    /** Standing height. */
    HEIGHT_M("gait.height_m", 0.27, 0.2, 0.33, "m", "height of the trunk origin over the ground"),
    /** Swing clearance. */
    CLEARANCE_M("gait.clearance_m", 0.06, 0.02, 0.16, "m", "height of a swinging foot over the ground"),
    /** Stance penetration. */
    PENETRATION_M("gait.penetration_m", 0.005, 0, 0.03, "m", "how far a standing foot aims below the ground"),
    /** CPG step scale. */
    STEP_LENGTH_M("gait.step_length_m", 0.15, 0.05, 0.2, "m", "half stride at amplitude 2"),
    /** Forward offset of the feet. */
    STANCE_X_M("gait.stance_x_m", 0.0, -0.08, 0.08, "m", "where feet stand ahead of their hips"),
    /** Extra stance width. */
    STANCE_Y_M("gait.stance_y_m", 0.01, -0.03, 0.06, "m", "how far feet stand outside their hips"),
    /** Largest forward command. */
    VX_MAX("gait.vx_max_m_s", 0.8, 0, 1.28, "m/s", "largest forward or backward command"),
    /** Largest lateral command. */
    VY_MAX("gait.vy_max_m_s", 0.4, 0, 0.64, "m/s", "largest sideways command"),
    /** Largest yaw rate command. */
    YAW_MAX("gait.yaw_max_rad_s", 1.0, 0, 1.6, "rad/s", "largest turning command"),
    /** Command acceleration limit. */
    ACCELERATION_MAX("gait.acceleration_max_m_s2", 0.8, 0.1, 0.8, "m/s^2", "fastest change of the velocity command"),
    /** Envelope with a policy. */
    ENVELOPE("gait.envelope", 1, 1, 1.6, "-", "times the gait's envelope that velocities may reach with a policy on"),
    /** Stepping rate. */
    CADENCE("gait.cadence", 1, 0.6, 1.8, "-", "stepping rate, times the gait's own"),
    /** Following of slopes. */
    SLOPE_GAIN("gait.slope_gain", 0, 0, 1, "-", "share of the slope under the feet that the trunk leans by"),
    /** Swing stiffness. */
    SWING_KP("gait.swing_kp_nm_rad", 60, 5, 200, "N m/rad", "stiffness of a swinging leg"),
    /** Swing damping. */
    SWING_KD("gait.swing_kd_nms_rad", 1.5, 0.1, 10, "N m s/rad", "damping of a swinging leg"),
    /** Stance stiffness. */
    STANCE_KP("gait.stance_kp_nm_rad", 60, 0, 200, "N m/rad", "stiffness of a standing leg"),
    /** Stance damping. */
    STANCE_KD("gait.stance_kd_nms_rad", 2, 0.1, 10, "N m s/rad", "damping of a standing leg"),
    /** Foot placement gain. */
    PLACEMENT_GAIN_S("gait.placement_gain_s", 0.12, 0, 0.4, "s", "foot placement by velocity error"),
    /** Velocity integral gain. */
    VELOCITY_INTEGRAL(
            "gait.velocity_integral_1_s", 0.8, 0, 5, "1/s", "how fast the stride learns to hold the velocity"),
    /** Heading gain. */
    HEADING_GAIN("gait.heading_gain_1_s", 2, 0, 10, "1/s", "turning rate by heading error"),
    /** Posture correction. */
    POSTURE_GAIN("gait.posture_gain", 0.3, 0, 2, "-", "leg length by roll and pitch: 1 doubles the error's effect"),
    /** Posture moment stiffness. */
    POSTURE_KP("gait.posture_kp_nm_rad", 60, 0, 500, "N m/rad", "righting moment of the standing legs by tilt"),
    /** Posture moment damping. */
    POSTURE_KD("gait.posture_kd_nms_rad", 4, 0, 50, "N m s/rad", "righting moment of the standing legs by rate"),
    /** Height force stiffness. */
    HEIGHT_KP("gait.height_kp_n_m", 300, 0, 5000, "N/m", "lifting force of the standing legs by height error"),
    /** Height force damping. */
    HEIGHT_KD("gait.height_kd_ns_m", 40, 0, 500, "N s/m", "lifting force of the standing legs by sinking speed"),
    /** Horizontal force gain. */
    VELOCITY_KD("gait.velocity_kd_ns_m", 30, 0, 500, "N s/m", "pushing force of the standing legs by velocity error"),
    /** Weight share carried by feed-forward. */
    WEIGHT_SHARE("gait.weight_share", 0.9, 0, 1.2, "-", "share of the weight that is fed forward to the standing legs"),

    /** Limit of a policy's joint offsets. */
    POLICY_OFFSET_MAX_RAD(
            "policy.offset_max_rad", 0.25, 0, 1, "rad", "largest angle a policy adds to a joint's target"),
    /** Limit of a policy's amplitude offsets. */
    POLICY_AMPLITUDE_MAX("policy.amplitude_max", 0.5, 0, 1, "-", "most a policy adds to an oscillator's amplitude"),
    /** Limit of a policy's frequency offsets. */
    POLICY_FREQUENCY_MAX_HZ("policy.frequency_max_hz", 1, 0, 3, "Hz", "most a policy adds to a leg's stepping rate"),
    /** Limit of a policy's heading offsets. */
    POLICY_DIRECTION_MAX_RAD("policy.direction_max_rad", 0.5, 0, 1.5, "rad", "most a policy turns a leg's stride"),
    /** Limit of a policy's swing heights. */
    POLICY_SWING_MAX_M("policy.swing_max_m", 0.1, 0, 0.15, "m", "most a policy adds to the height of a leg's swing"),
    /** Limit of a policy's foot offsets. */
    POLICY_FOOT_MAX_M("policy.foot_max_m", 0.1, 0, 0.2, "m", "farthest that a policy moves a foot along each axis"),
    /** Limit of a policy's heights of the trunk. */
    POLICY_HEIGHT_MAX_M("policy.height_max_m", 0.06, 0, 0.1, "m", "most a policy adds to the height of the trunk"),
    /** Limit of a policy's tilts of the trunk. */
    POLICY_TILT_MAX_RAD("policy.tilt_max_rad", 0.35, 0, 0.6, "rad", "most that a policy leans the trunk by"),
    /** Blending time. */
    POLICY_BLEND_S("policy.blend_s", 0.5, 0.05, 5, "s", "time to blend a policy in, out, or into another"),
    /** Rate limit of what policies add. */
    POLICY_SLEW_1_S(
            "policy.slew_1_s", 40, 1, 500, "1/s", "fastest change of what a policy adds, in its limits a second"),
    /** Limit of the targets of a policy that moves the legs alone. */
    POLICY_TARGET_MAX_RAD(
            "policy.target_max_rad", 1, 0.1, 3, "rad", "farthest from its pose that a policy alone aims a joint"),
    /** Rate limit of such targets. */
    POLICY_TARGET_SLEW_RAD_S(
            "policy.target_slew_rad_s", 30, 1, 100, "rad/s", "fastest change of what such a policy aims a joint at"),
    /** Time in which such a policy takes the legs over and gives them back. */
    POLICY_HANDOVER_S(
            "policy.handover_s", 0.1, 0.02, 5, "s", "time in which such a policy takes or gives back the legs"),
    /** How far outputs may leave their bounds. */
    POLICY_BOUNDS_MARGIN(
            "policy.bounds_margin", 0.5, 0, 100, "widths", "how far outputs may leave the manifest's bounds, clamped"),
    /** How long outputs may leave their bounds. */
    POLICY_BOUNDS_MS("policy.bounds_ms", 100, 0, 10_000, "ms", "how long outputs may stay beyond that margin"),
    /** Time limit of a step. */
    POLICY_STEP_MAX_US("policy.step_max_us", 500, 1, 10_000, "us", "time that a step of a policy may take"),
    /** Steps over time. */
    POLICY_OVERRUNS_MAX("policy.overruns_max", 5, 1, 1000, "steps", "steps in a row over that time that end a policy"),
    /** Policy rate. */
    POLICY_RATE_HZ("policy.rate_hz", 100, 10, 500, "Hz", "how often a policy acts"),

    /** Deviation of the exploration. */
    ADAPT_DEVIATION("adapt.deviation", 0, 0, 0.5, "half widths", "deviation of what exploration adds to an output"),
    /** Time that an exploration is held. */
    ADAPT_HOLD_S("adapt.hold_s", 0.5, 0, 10, "s", "time that exploration is held; 0 draws it at each step"),
    /** Seed of the exploration. */
    ADAPT_SEED("adapt.seed", 1, 0, 1e9, "-", "decides what exploration draws"),
    /** Box around the shipped policy. */
    ADAPT_BOX("adapt.box", 0.5, 0, 1, "half widths", "most that an output may differ from the shipped policy's"),
    /** Time of a window. */
    ADAPT_WINDOW_S("adapt.window_s", 3, 1, 120, "s", "time in shadow before a trial, and of each window of one"),
    /** Limit of a candidate's unrest. */
    ADAPT_UNREST_MAX_1_S("adapt.unrest_max_1_s", 40, 1, 1000, "1/s", "unrest that ends a candidate, in boxes a second"),
    /** Tilt that ends exploration. */
    ADAPT_TILT_MAX_DEG("adapt.tilt_max_deg", 20, 2, 90, "deg", "lean that ends exploration and trials"),
    /** Torque that ends exploration. */
    ADAPT_TORQUE_MAX_NM("adapt.torque_max_nm", 33, 5, 35, "N m", "joint torque that ends exploration and trials"),
    /** Temperature that ends exploration. */
    ADAPT_TEMPERATURE_MAX_C(
            "adapt.temperature_max_c", 60, 20, 110, "deg C", "motor temperature that ends exploration and trials"),
    /** Joint speed that ends exploration. */
    ADAPT_SPEED_MAX_RAD_S("adapt.speed_max_rad_s", 24, 2, 60, "rad/s", "joint speed that ends exploration and trials"),
    /** Doubt that ends exploration. */
    ADAPT_DOUBT_MAX_M_S(
            "adapt.doubt_max_m_s", 0.3, 0.01, 5, "m/s", "deviation of the estimated velocity that ends exploration"),

    /** Time from lying to standing. */
    STAND_UP_S("mode.stand_up_s", 2, 0.5, 10, "s", "time from lying to standing"),
    /** Time from standing to lying. */
    SIT_DOWN_S("mode.sit_down_s", 1.5, 0.5, 10, "s", "time from standing to lying"),

    /** Priority of the control thread. */
    RT_PRIORITY(
            "rt.priority",
            Word.OFF,
            0,
            1,
            98,
            "-",
            "SCHED_FIFO priority of the control thread; \"off\" leaves it an ordinary one"),
    /** Processor of the control thread. */
    RT_CPU("rt.cpu", Word.ANY, -1, 0, 1023, "-", "processor the control thread is kept on"),
    /** Longest wake-up of an idle processor. */
    RT_DMA_LATENCY_US(
            "rt.dma_latency_us",
            Word.NOTHING,
            -1,
            0,
            2000,
            "us",
            "longest wake-up of an idle processor requested; \"off\" requests nothing"),
    /** Slack of sleeps. */
    RT_TIMER_SLACK_NS(
            "rt.timer_slack_ns",
            Word.SYSTEM,
            1,
            1,
            1e6,
            "ns",
            "slack of sleeps without real-time priority; \"system\" leaves it as it is"),
    /** Spin before a tick. */
    RT_SPIN_US("rt.spin_us", 0, 0, 500, "us", "longest spin before a tick is due, after sleeping; 0 only sleeps"),

    /** Simulated silence limit. */
    SIM_COMMAND_TIMEOUT_MS(
            "sim.command_timeout_ms", 100, 5, 5000, "ms", "silence after which the simulated drives damp"),
    /** Physics step. */
    SIM_STEP_US("sim.step_us", 1000, 250, 2000, "us", "length of a physics step");

    /** TOML path. */
    public final String key;
    /** Default value. */
    public final double defaultValue;
    /** Smallest value allowed. */
    public final double min;
    /** Largest value allowed. */
    public final double max;
    /** Unit of the value. */
    public final String unit;
    /** Meaning, one line. */
    public final String meaning;

    /** A word that may be given in place of a number, null when there is none. */
    final Word word;

    Setting(
            final String key,
            final double defaultValue,
            final double min,
            final double max,
            final String unit,
            final String meaning) {
        this(key, null, defaultValue, min, max, unit, meaning);
    }

    Setting(
            final String key,
            final Word word,
            final double defaultValue,
            final double min,
            final double max,
            final String unit,
            final String meaning) {
        this.key = key;
        this.word = word;
        this.defaultValue = defaultValue;
        this.min = min;
        this.max = max;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Why no larger value is allowed, for refusals; empty where the range says it all. */
    String reason() {
        return switch (this) {
            case VX_MAX, VY_MAX, YAW_MAX, ACCELERATION_MAX ->
                "; no gait is proven to stay up beyond, see 'gaitd bench envelope'";
            default -> "";
        };
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Word word() {
        return word;
    }

    @Override
    public double least() {
        return min;
    }

    @Override
    public double most() {
        return max;
    }
}
