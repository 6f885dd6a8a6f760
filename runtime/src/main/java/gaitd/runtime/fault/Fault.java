package gaitd.runtime.fault;

import gaitd.runtime.config.Setting;

/**
 * Every guard, declared once: what it watches, its limit, what the robot does about it, how soon, and how it clears. Faults
 * latch until a person clears them while their cause is gone.
 *
 * <p>Each constant begins with the unit of the value that it latches, its meaning and what it watches. A guard whose limit is set to "off" never trips; every frame says which are off. The tables of {@code gaitd guards} and
 * docs/guards.md are made from these constants. At most 64, because frames keep them as bits.
 */
public enum Fault {
    NONE("", "", "nothing", Reaction.NONE, 0, ""),
    STATE_STALE(
            "ms",
            "no state from the robot",
            "age of the newest state",
            Reaction.DAMP,
            Setting.STALE_MS,
            70,
            "check the robot's power, the cable or the simulator, then clear the fault"),
    STATE_NOT_FINITE(
            "-",
            "a sensor value is not a number",
            "every angle, speed, torque and IMU value",
            Reaction.DAMP,
            5,
            "a sensor or the link is broken; do not walk before it is found"),
    TILT(
            "deg",
            "the trunk leans too far",
            "angle between the trunk's z axis and the vertical, unless passive",
            Reaction.DAMP,
            Setting.TILT_MAX_DEG,
            5,
            "put the robot on its feet, then clear the fault"),
    JOINT_POSITION(
            "rad",
            "a joint is outside its range",
            "joint angles beyond their range, unless passive",
            Reaction.DAMP,
            Setting.POSITION_MARGIN_RAD,
            5,
            "free the legs, check for loose joints, then clear the fault"),
    JOINT_SPEED(
            "rad/s",
            "a joint moves too fast",
            "joint speeds, unless passive",
            Reaction.DAMP,
            Setting.SPEED_MAX_RAD_S,
            5,
            "free the legs, check for loose joints, then clear the fault"),
    JOINT_TORQUE(
            "N m",
            "a joint torque is too high",
            "joint torques 5 % over what is commanded at most, for safety.overload_ms",
            Reaction.DAMP,
            Setting.TORQUE_MAX_NM,
            210,
            "check for blocked legs or too much load, then clear the fault"),
    POWER(
            "W",
            "joint power is too high",
            "sum of |torque x speed| over the joints, for safety.overload_ms",
            Reaction.DAMP,
            Setting.POWER_MAX_W,
            210,
            "check for blocked legs or too much load, then clear the fault"),
    TEMPERATURE(
            "deg C",
            "a motor is too hot",
            "motor temperatures, for 0.1 s",
            Reaction.SIT_DOWN,
            Setting.TEMPERATURE_MAX_C,
            210,
            "let the motors cool, then clear the fault"),
    COMMAND_NOT_FINITE(
            "-",
            "a computed command is not a number",
            "every joint command before it is sent",
            Reaction.DAMP,
            5,
            "a defect of the controller; keep the report and do not walk"),
    STAND_UP_FAILED(
            "m",
            "the robot did not rise",
            "height over the feet at the end of standing up",
            Reaction.SIT_DOWN,
            5,
            "put the robot flat on free ground, legs folded, then clear the fault"),
    TICKS_MISSED(
            "ticks",
            "the control loop ran late",
            "ticks missed in a row, unless passive",
            Reaction.SIT_DOWN,
            Setting.MISSED_TICKS_MAX,
            5,
            "free the computer of other work or lower --rate, then clear the fault"),
    TEMPERATURE_WARM(
            "deg C",
            "a motor is warm",
            "motor temperatures, for 0.1 s",
            Reaction.WARN,
            Setting.TEMPERATURE_WARM_C,
            210,
            "let the motors rest soon; clear it when they are cool"),
    TEMPERATURE_DERATED(
            "deg C",
            "a motor is nearly too hot",
            "motor temperatures, for 0.1 s",
            Reaction.DERATE,
            Setting.TEMPERATURE_DERATE_C,
            210,
            "sit the robot down and let the motors cool, then clear the fault"),
    TEMPERATURE_FORECAST(
            "s",
            "a motor will soon be too hot",
            "time left until a motor reaches its limit at the present rise",
            Reaction.WARN,
            Setting.TEMPERATURE_FORECAST_S,
            5000,
            "sit the robot down before the time is over; clear it when the motors are cool"),
    BOARD_TEMPERATURE(
            "deg C",
            "the board with the IMU is hot",
            "temperature that the IMU reports",
            Reaction.WARN,
            Setting.BOARD_TEMPERATURE_MAX_C,
            5,
            "let the robot cool and check its fan, then clear the fault"),
    FALLEN(
            "m",
            "the robot is down",
            "height of the trunk over its lowest foot while standing or walking, for 0.1 s",
            Reaction.DAMP,
            Setting.FALLEN_HEIGHT_M,
            120,
            "lay the robot flat, legs folded, then clear the fault"),
    FREE_FALL(
            "m/s^2",
            "the robot falls through the air",
            "size of the specific force while standing or walking with unloaded legs, for 0.12 s",
            Reaction.DAMP,
            Setting.FREE_FALL_M_S2,
            130,
            "lay the robot flat on the ground, then clear the fault"),
    AIRBORNE(
            "s",
            "no foot is on the ground",
            "time without any contact while walking",
            Reaction.STOP_WALKING,
            Setting.AIRBORNE_S,
            510,
            "put the robot on the ground, then clear the fault"),
    MOTOR_NOT_FOLLOWING(
            "N m",
            "a motor does not follow its commands",
            "torque reported against torque commanded up to 30 ms before, each joint, averaged over 0.1 s",
            Reaction.SIT_DOWN,
            Setting.FOLLOWING_MAX_NM,
            180,
            "check that motor, its cable and its gear, then clear the fault"),
    ROBOT_NOT_FOLLOWING(
            "motors",
            "the robot does not follow its commands",
            "number of motors that do not follow, from 6 on",
            Reaction.DAMP,
            180,
            "check that no other program commands the robot and that its motors are on, then clear the fault"),
    MOTOR_MODE(
            "mode",
            "a motor is not in the mode it is commanded",
            "reported motor modes, for 0.1 s, unless passive",
            Reaction.SIT_DOWN,
            110,
            "check that motor; switching the robot off and on restores it; then clear the fault"),
    STALL(
            "N m",
            "a leg is blocked",
            "torque of a joint that does not turn, for safety.stall_s",
            Reaction.SIT_DOWN,
            Setting.STALL_NM,
            1010,
            "free the leg, then clear the fault"),
    COMMANDS_NOT_SENT(
            "ms",
            "commands do not leave this computer",
            "time since the system last took a command",
            Reaction.DAMP,
            Setting.STALE_MS,
            70,
            "check the network interface, then clear the fault"),
    STATE_DELAYED(
            "ms",
            "states from the robot come late",
            "age of the newest state by the robot's own tick, for 3 states",
            Reaction.SIT_DOWN,
            Setting.STATE_LAG_MAX_MS,
            20,
            "check the network between the robot and this computer, then clear the fault"),
    ROBOT_TICK_STUCK(
            "ms",
            "the robot's tick stands still",
            "time that the robot's tick has not moved while 50 states or more brought other values, unless passive",
            Reaction.STOP_WALKING,
            110,
            "switch the robot off and on; without its tick old states cannot be told from new ones"),
    ROBOT_TICK_UNUSABLE(
            "ticks",
            "the robot's tick is no clock",
            "ticks in half a second",
            Reaction.WARN,
            1000,
            "old states cannot be told from new ones; walk slowly and report the robot's firmware"),
    IMU_RANGE(
            "SI",
            "the IMU gives impossible values",
            "angular velocity over 35 rad/s, specific force over 160 m/s^2, an angle over half a turn",
            Reaction.SIT_DOWN,
            5,
            Remedies.IMU),
    IMU_QUATERNION(
            "-",
            "the IMU's quaternion is no orientation",
            "length of the quaternion, from 0.9 to 1.1",
            Reaction.SIT_DOWN,
            5,
            Remedies.IMU),
    IMU_FROZEN(
            "states",
            "the IMU repeats itself",
            "states with the same gyroscope, accelerometer or quaternion while joints move: 25, or 0.5 s when not walking",
            Reaction.SIT_DOWN,
            510,
            Remedies.IMU),
    IMU_RPY(
            "rad",
            "the IMU's angles contradict its quaternion",
            "rotation between them over 0.1 rad, for 0.05 s",
            Reaction.SIT_DOWN,
            60,
            Remedies.IMU),
    IMU_GYRO(
            "rad",
            "the IMU's orientation contradicts its gyroscope",
            "rotation between the quaternion and the gyroscope's integral of half a second over 0.12 rad, for 0.02 s",
            Reaction.SIT_DOWN,
            1000,
            Remedies.IMU),
    IMU_GRAVITY(
            "rad",
            "the IMU's orientation contradicts gravity",
            "angle between the vertical and the specific force of a second over 0.35 rad, for 0.2 s",
            Reaction.SIT_DOWN,
            3500,
            Remedies.IMU),
    IMU_FORCE(
            "m/s^2",
            "the accelerometer does not feel gravity",
            "difference of the specific force of a second from gravity over 3 m/s^2, for 0.2 s",
            Reaction.SIT_DOWN,
            3500,
            Remedies.IMU),
    JOINT_JUMP(
            "rad",
            "a joint angle jumped",
            "change of an angle between two states over 0.03 rad and 30 rad/s",
            Reaction.DAMP,
            5,
            Remedies.ENCODER),
    JOINT_SPEED_DISAGREES(
            "rad",
            "a joint's speed contradicts its angle",
            "travel by speed less travel by angle, of 0.2 s, over 0.15 rad",
            Reaction.SIT_DOWN,
            600,
            Remedies.ENCODER),
    JOINT_FROZEN(
            "ms",
            "a joint repeats itself",
            "time of the same angle, speed and torque while walking and other joints turn, over 100 ms",
            Reaction.SIT_DOWN,
            160,
            Remedies.ENCODER),
    FOOT_SENSOR(
            "counts",
            "a foot sensor contradicts the torques",
            "in walking: rise of the counts under load, under 3 in each 2 s of 6 s, or at the end of the range; drift of the counts without load, over 10 a second for 8 s",
            Reaction.WARN,
            12_500,
            "check that foot's pad and its tube; then clear it"),
    TEMPERATURE_SENSOR(
            "deg C",
            "a temperature sensor gives impossible values",
            "motor temperatures outside -40 to 125, or 15 apart in two states",
            Reaction.WARN,
            5,
            "check that motor, which may be hotter than it says; then clear it"),
    START_POSE(
            "rad",
            "a leg cannot be folded",
            "distance of a joint from the folded pose over 0.3 rad, when standing up should have brought it there",
            Reaction.DAMP,
            10,
            "free that leg; if it is free, its zero or its direction is wrong; then clear the fault"),
    START_LEAN(
            "deg",
            "the robot leans before it rises",
            "lean of the trunk with legs folded, before rising, over 30 deg",
            Reaction.DAMP,
            10,
            "lay the robot flat; if it lies flat, the IMU or the zero of a joint is wrong; then clear the fault"),
    HUNG_UP(
            "N",
            "the robot hangs: its feet carry nothing",
            "force of all feet by the joint torques at the end of standing up, for 0.1 s",
            Reaction.SIT_DOWN,
            Setting.HUNG_UP_N,
            10,
            "put the robot on the ground, or let it stand hung up with --hung; then clear the fault"),
    OFF_FEET(
            "feet",
            "the legs do not carry the robot, whose IMU is not believed",
            "feet that carry weight while the orientation is doubted: under 3 standing or sitting down, none walking, for 0.2 s",
            Reaction.DAMP,
            220,
            "lay the robot flat, legs folded, mend its IMU, then clear the faults"),
    MOTOR_SILENT(
            "deg C",
            "a motor does not answer on its bus",
            "motors on RS-485 buses: no valid reply in 3 cycles of the bus; the value is its last temperature",
            Reaction.DAMP,
            5,
            "check that motor's power and cable, then start control again, since its zero may be lost"),
    MOTOR_ERROR(
            "code",
            "a motor reports a fault of its own",
            "error byte of motors on RS-485 buses, for 3 states",
            Reaction.SIT_DOWN,
            15,
            "check that motor, which may be overheated; when its error is gone, clear the fault");

    /** Unit of the value that is latched with it. */
    public final String unit;
    /** Meaning, for messages. */
    public final String meaning;
    /** What the guard looks at. */
    public final String watches;
    /** What the robot does about it. */
    public final Reaction reaction;
    /** Its limit, or null where it is not a setting. */
    public final Setting limit;
    /** Promised time from the cause in a state that arrives to the first command of the reaction, ms. */
    public final int latencyMs;
    /** What a person does before clearing it. */
    public final String remedy;

    /** A guard whose limit is no setting. */
    Fault(
            final String unit,
            final String meaning,
            final String watches,
            final Reaction reaction,
            final int latencyMs,
            final String remedy) {
        this(unit, meaning, watches, reaction, null, latencyMs, remedy);
    }

    Fault(
            final String unit,
            final String meaning,
            final String watches,
            final Reaction reaction,
            final Setting limit,
            final int latencyMs,
            final String remedy) {
        this.unit = unit;
        this.meaning = meaning;
        this.watches = watches;
        this.reaction = reaction;
        this.limit = limit;
        this.latencyMs = latencyMs;
        this.remedy = remedy;
    }

    /**
     * Its place among the bits of a frame.
     *
     * @return one bit
     */
    public long bit() {
        return 1L << ordinal();
    }
}
