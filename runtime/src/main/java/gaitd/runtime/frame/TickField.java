package gaitd.runtime.frame;

/**
 * Every field of a {@link TickFrame}, in the order of its bytes.
 *
 * <p>This is the only definition of the layout: offsets follow from the order, and readers that find another
 * {@link TickFrame#VERSION} refuse. Joint order is FR FL RR RL by hip, thigh, calf; feet likewise.
 */
public enum TickField implements FrameField {
    /** Layout version, see {@link TickFrame#VERSION}. */
    VERSION(FieldKind.I64, 1, "-"),
    /** Tick number since the loop was armed, from 0. */
    TICK(FieldKind.I64, 1, "-"),
    /** Scheduled start of the tick on the loop's clock. */
    SCHEDULED_NS(FieldKind.I64, 1, "ns"),
    /** Actual start minus scheduled start. */
    WAKEUP_LATENESS_NS(FieldKind.I64, 1, "ns"),
    /** From the start of the tick to just before it was published. */
    COMPUTE_NS(FieldKind.I64, 1, "ns"),
    /** Age of the state the tick used; -1 before the first. */
    STATE_AGE_NS(FieldKind.I64, 1, "ns"),
    /** Ticks skipped so far because an earlier one ran late. */
    MISSED_TICKS(FieldKind.I64, 1, "-"),
    /** Valid states accepted so far. */
    STATES_ACCEPTED(FieldKind.I64, 1, "-"),
    /** Datagrams dropped so far because they were not valid. */
    STATES_DROPPED(FieldKind.I64, 1, "-"),
    /** Valid states dropped so far because a newer one was known. */
    STATES_OLD(FieldKind.I64, 1, "-"),
    /** Valid states dropped so far because they were the newest one again. */
    STATES_REPEATED(FieldKind.I64, 1, "-"),
    /** Commands sent so far. */
    COMMANDS_SENT(FieldKind.I64, 1, "-"),
    /** The robot's own time base. */
    ROBOT_TICK(FieldKind.I64, 1, "ms"),
    /** Sequence number of the newest operator command accepted. */
    COMMAND_SEQUENCE(FieldKind.I64, 1, "-"),
    /** How often the robot was stopped by a person so far. */
    STOPS(FieldKind.I64, 1, "-"),
    /** Time that policies' steps took in this tick; -1 when none was due. */
    POLICY_STEP_NS(FieldKind.I64, 1, "ns"),
    /** Version of the weights that drive the adapting policy; 0 is the bundle as shipped. */
    ADAPT_VERSION(FieldKind.I64, 1, "-"),
    /** Version of the candidate that is loaded; 0 none. */
    ADAPT_CANDIDATE(FieldKind.I64, 1, "-"),
    /** Version that was rolled back last; 0 none. */
    ADAPT_ROLLED_BACK(FieldKind.I64, 1, "-"),
    /** Generation of the policy slot whose contents were taken last; 0 none. */
    ADAPT_SLOT_TAKEN(FieldKind.I64, 1, "-"),
    /** Bits of all faults latched, by ordinal. */
    FAULT_BITS(FieldKind.I64, 1, "-"),
    /** Tick in which the first fault tripped; -1 none. */
    FAULT_TICK(FieldKind.I64, 1, "-"),
    /** Bits of the guards that are off, by ordinal. */
    GUARDS_OFF_BITS(FieldKind.I64, 1, "-"),
    /** The wireless remote's 40 bytes as received, eight to a value, see {@link gaitd.hal.Remote}. */
    WIRELESS_REMOTE(FieldKind.I64, 5, "-"),
    /** When the newest state came, accepted or not. */
    ARRIVED_NS(FieldKind.I64, 1, "ns"),
    /** The robot's time in it. */
    ARRIVED_ROBOT_TICK(FieldKind.I64, 1, "ms"),
    /** How many valid states had come with it. */
    ARRIVED_SEQUENCE(FieldKind.I64, 1, "-"),
    /** When the person who commands last acted, on the loop's clock. */
    OPERATOR_ACTED_NS(FieldKind.I64, 1, "ns"),
    /** Velocity that operators ask for, before the remote: vx, vy in the heading frame, yaw rate. */
    ASKED_VELOCITY(FieldKind.F64, 3, "m/s, m/s, rad/s"),
    /** Value that tripped the first fault. */
    FAULT_VALUE(FieldKind.F64, 1, "as the fault"),
    /** Value that tripped the policy fault. */
    POLICY_FAULT_VALUE(FieldKind.F64, 1, "as the fault"),
    /** Ordinal of {@code OperatorState}. */
    OPERATOR_STATE(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code Mode}. */
    MODE(FieldKind.I32, 1, "-"),
    /** Ordinal of the first latched {@code Fault}; 0 none. */
    FAULT(FieldKind.I32, 1, "-"),
    /** Joint that tripped the first fault; -1 none. */
    FAULT_JOINT(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code Mode} in which the first fault tripped. */
    FAULT_MODE(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code Reaction} in force; 0 none. */
    REACTION(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code Gait}. */
    GAIT(FieldKind.I32, 1, "-"),
    /** Bits of what the governor limited in this tick. */
    LIMITED_BITS(FieldKind.I32, 1, "-"),
    /** Contact flags, one bit a foot. */
    CONTACT_BITS(FieldKind.I32, 1, "-"),
    /** Feet in stance by the gait, one bit a foot. */
    STANCE_BITS(FieldKind.I32, 1, "-"),
    /** Policy chosen by the operator, from 1; -1 for none, 0 when the loop has no policies. */
    POLICY(FieldKind.I32, 1, "-"),
    /** Ordinal of the latched {@code PolicyFault}; 0 none. */
    POLICY_FAULT(FieldKind.I32, 1, "-"),
    /** Policy that tripped it, from 1; 0 none. */
    POLICY_FAULT_OF(FieldKind.I32, 1, "-"),
    /** Output of the network that tripped it; -1 none. */
    POLICY_FAULT_OUTPUT(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code TrialPhase}: what the candidate does. */
    ADAPT_PHASE(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code RollbackCause} of the version rolled back last. */
    ADAPT_ROLLBACK_CAUSE(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code ExplorationOff}; 0 where no policy adapts. */
    ADAPT_EXPLORATION_OFF(FieldKind.I32, 1, "-"),
    /** Bits of {@link InputBit}. */
    INPUT_BITS(FieldKind.I32, 1, "-"),
    /** Ticks skipped just before this one, summed while no tick is on time. */
    MISSED_IN_A_ROW(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code OperatorRequest} that operators asked for, before the remote. */
    ASKED_REQUEST(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code OperatorState} of operators, before the remote. */
    ASKED_STATE(FieldKind.I32, 1, "-"),
    /** Ordinal of the {@code Gait} that operators asked for; -1 none. */
    ASKED_GAIT(FieldKind.I32, 1, "-"),
    /** IMU temperature. */
    IMU_TEMPERATURE(FieldKind.I32, 1, "deg C"),
    /** Faults that motors report of themselves. */
    MOTOR_ERROR(FieldKind.I32, 12, "-"),
    /** Raw foot sensor counts. */
    FOOT_FORCE(FieldKind.I32, 4, "counts"),
    /** Motor modes. */
    MOTOR_MODE(FieldKind.I32, 12, "-"),
    /** Motor temperatures. */
    MOTOR_TEMPERATURE(FieldKind.I32, 12, "deg C"),
    /** Joint angles. */
    Q(FieldKind.F32, 12, "rad"),
    /** Joint speeds. */
    DQ(FieldKind.F32, 12, "rad/s"),
    /** Joint accelerations as sent. */
    DDQ(FieldKind.F32, 12, "rad/s^2"),
    /** Joint torques. */
    TAU(FieldKind.F32, 12, "N m"),
    /** Trunk orientation measured by the IMU, w x y z. */
    QUATERNION(FieldKind.F32, 4, "-"),
    /** Angular velocity, trunk axes. */
    GYRO(FieldKind.F32, 3, "rad/s"),
    /** Specific force, trunk axes. */
    ACCELEROMETER(FieldKind.F32, 3, "m/s^2"),
    /** Roll, pitch, yaw. */
    RPY(FieldKind.F32, 3, "rad"),
    /** Estimated velocity, heading frame (x forward, y left, z up). */
    VELOCITY(FieldKind.F32, 3, "m/s"),
    /** Estimated position by odometry, world; z is the height over the feet's ground. */
    POSITION(FieldKind.F32, 3, "m"),
    /** Velocity command in force: vx, vy in the heading frame, yaw rate. */
    COMMAND(FieldKind.F32, 3, "m/s, m/s, rad/s"),
    /** Contact belief of each foot, 0 to 1. */
    CONTACT_BELIEF(FieldKind.F32, 4, "-"),
    /** Angle between trunk z and world z. */
    TILT(FieldKind.F32, 1, "rad"),
    /** Sum of |torque x speed| over the joints. */
    POWER(FieldKind.F32, 1, "W"),
    /** Commanded angles. */
    Q_COMMAND(FieldKind.F32, 12, "rad"),
    /** Commanded speeds. */
    DQ_COMMAND(FieldKind.F32, 12, "rad/s"),
    /** Commanded feed-forward torques. */
    TAU_COMMAND(FieldKind.F32, 12, "N m"),
    /** Commanded stiffnesses. */
    KP_COMMAND(FieldKind.F32, 12, "N m/rad"),
    /** Commanded dampings. */
    KD_COMMAND(FieldKind.F32, 12, "N m s/rad"),
    /** Oscillator amplitudes. */
    CPG_AMPLITUDE(FieldKind.F32, 4, "-"),
    /** Oscillator phases. */
    CPG_PHASE(FieldKind.F32, 4, "rad"),
    /** Oscillator lateral phases. */
    CPG_LATERAL_PHASE(FieldKind.F32, 4, "rad"),
    /** Share of the policies blended into the walk, 0 to 1. */
    POLICY_SHARE(FieldKind.F32, 1, "-"),
    /** Share of the candidate in the adapting policy's output, 0 to 1. */
    ADAPT_CANDIDATE_SHARE(FieldKind.F32, 1, "-"),
    /**
     * What policies added to the walk: amplitudes, stepping rates, directions of 4 legs, angles of 12 joints, swing heights of 4 legs,
     * offsets of 4 feet by x, y, z, the trunk's height, its roll and pitch.
     */
    POLICY_INPUT(FieldKind.F32, 43, "-, Hz, rad, rad, m, m, m, rad");

    private static final int[] PLACES = FieldPlaces.of(values());

    /** How its values are stored. */
    public final FieldKind kind;
    /** How many values it has. */
    public final int count;
    /** Unit of its values. */
    public final String unit;

    TickField(final FieldKind kind, final int count, final String unit) {
        this.kind = kind;
        this.count = count;
        this.unit = unit;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public int offset() {
        return PLACES[ordinal()];
    }

    static int totalBytes() {
        return PLACES[PLACES.length - 1];
    }
}
