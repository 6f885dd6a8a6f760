package gaitd.runtime.frame;

/**
 * Every field of a {@link TickFrame}, in the order of its bytes.
 *
 * <p>This is the only definition of the layout: offsets follow from the order, and readers that find another
 * {@link TickFrame#VERSION} refuse. Joint order is FR FL RR RL by hip, thigh, calf; feet likewise.
 */
public enum TickField {
    /** Layout version, see {@link TickFrame#VERSION}. */
    VERSION(Kind.I64, 1, "-"),
    /** Tick number since the loop was armed, from 0. */
    TICK(Kind.I64, 1, "-"),
    /** Scheduled start of the tick on the loop's clock. */
    SCHEDULED_NS(Kind.I64, 1, "ns"),
    /** Actual start minus scheduled start. */
    WAKEUP_LATENESS_NS(Kind.I64, 1, "ns"),
    /** From the start of the tick to just before it was published. */
    COMPUTE_NS(Kind.I64, 1, "ns"),
    /** Age of the state the tick used; -1 before the first. */
    STATE_AGE_NS(Kind.I64, 1, "ns"),
    /** Ticks skipped so far because an earlier one ran late. */
    MISSED_TICKS(Kind.I64, 1, "-"),
    /** Valid states accepted so far. */
    STATES_ACCEPTED(Kind.I64, 1, "-"),
    /** Datagrams dropped so far because they were not valid. */
    STATES_DROPPED(Kind.I64, 1, "-"),
    /** Valid states dropped so far because a newer one was known. */
    STATES_OLD(Kind.I64, 1, "-"),
    /** Valid states dropped so far because they were the newest one again. */
    STATES_REPEATED(Kind.I64, 1, "-"),
    /** Commands sent so far. */
    COMMANDS_SENT(Kind.I64, 1, "-"),
    /** The robot's own time base. */
    ROBOT_TICK(Kind.I64, 1, "ms"),
    /** Sequence number of the newest operator command accepted. */
    COMMAND_SEQUENCE(Kind.I64, 1, "-"),
    /** How often the robot was stopped by a person so far. */
    STOPS(Kind.I64, 1, "-"),
    /** Time that policies' steps took in this tick; -1 when none was due. */
    POLICY_STEP_NS(Kind.I64, 1, "ns"),
    /** Bits of all faults latched, by ordinal. */
    FAULT_BITS(Kind.I64, 1, "-"),
    /** Tick in which the first fault tripped; -1 none. */
    FAULT_TICK(Kind.I64, 1, "-"),
    /** Bits of the guards that are off, by ordinal. */
    GUARDS_OFF_BITS(Kind.I64, 1, "-"),
    /** Value that tripped the first fault. */
    FAULT_VALUE(Kind.F64, 1, "as the fault"),
    /** Value that tripped the policy fault. */
    POLICY_FAULT_VALUE(Kind.F64, 1, "as the fault"),
    /** Ordinal of {@code OperatorState}. */
    OPERATOR_STATE(Kind.I32, 1, "-"),
    /** Ordinal of {@code Mode}. */
    MODE(Kind.I32, 1, "-"),
    /** Ordinal of the first latched {@code Fault}; 0 none. */
    FAULT(Kind.I32, 1, "-"),
    /** Joint that tripped the first fault; -1 none. */
    FAULT_JOINT(Kind.I32, 1, "-"),
    /** Ordinal of the {@code Mode} in which the first fault tripped. */
    FAULT_MODE(Kind.I32, 1, "-"),
    /** Ordinal of the {@code Reaction} in force; 0 none. */
    REACTION(Kind.I32, 1, "-"),
    /** Ordinal of {@code Gait}. */
    GAIT(Kind.I32, 1, "-"),
    /** Bits of what the governor limited in this tick. */
    LIMITED_BITS(Kind.I32, 1, "-"),
    /** Contact flags, one bit a foot. */
    CONTACT_BITS(Kind.I32, 1, "-"),
    /** Feet in stance by the gait, one bit a foot. */
    STANCE_BITS(Kind.I32, 1, "-"),
    /** Policy chosen by the operator, from 1; -1 for none, 0 when the loop has no policies. */
    POLICY(Kind.I32, 1, "-"),
    /** Ordinal of the latched {@code PolicyFault}; 0 none. */
    POLICY_FAULT(Kind.I32, 1, "-"),
    /** Policy that tripped it, from 1; 0 none. */
    POLICY_FAULT_OF(Kind.I32, 1, "-"),
    /** Output of the network that tripped it; -1 none. */
    POLICY_FAULT_OUTPUT(Kind.I32, 1, "-"),
    /** Raw foot sensor counts. */
    FOOT_FORCE(Kind.I32, 4, "counts"),
    /** Motor modes. */
    MOTOR_MODE(Kind.I32, 12, "-"),
    /** Motor temperatures. */
    MOTOR_TEMPERATURE(Kind.I32, 12, "deg C"),
    /** Joint angles. */
    Q(Kind.F32, 12, "rad"),
    /** Joint speeds. */
    DQ(Kind.F32, 12, "rad/s"),
    /** Joint torques. */
    TAU(Kind.F32, 12, "N m"),
    /** Trunk orientation measured by the IMU, w x y z. */
    QUATERNION(Kind.F32, 4, "-"),
    /** Angular velocity, trunk axes. */
    GYRO(Kind.F32, 3, "rad/s"),
    /** Specific force, trunk axes. */
    ACCELEROMETER(Kind.F32, 3, "m/s^2"),
    /** Roll, pitch, yaw. */
    RPY(Kind.F32, 3, "rad"),
    /** Estimated velocity, heading frame (x forward, y left, z up). */
    VELOCITY(Kind.F32, 3, "m/s"),
    /** Estimated position by odometry, world; z is the height over the feet's ground. */
    POSITION(Kind.F32, 3, "m"),
    /** Velocity command in force: vx, vy in the heading frame, yaw rate. */
    COMMAND(Kind.F32, 3, "m/s, m/s, rad/s"),
    /** Contact belief of each foot, 0 to 1. */
    CONTACT_BELIEF(Kind.F32, 4, "-"),
    /** Angle between trunk z and world z. */
    TILT(Kind.F32, 1, "rad"),
    /** Sum of |torque x speed| over the joints. */
    POWER(Kind.F32, 1, "W"),
    /** Commanded angles. */
    Q_COMMAND(Kind.F32, 12, "rad"),
    /** Commanded speeds. */
    DQ_COMMAND(Kind.F32, 12, "rad/s"),
    /** Commanded feed-forward torques. */
    TAU_COMMAND(Kind.F32, 12, "N m"),
    /** Commanded stiffnesses. */
    KP_COMMAND(Kind.F32, 12, "N m/rad"),
    /** Commanded dampings. */
    KD_COMMAND(Kind.F32, 12, "N m s/rad"),
    /** Oscillator amplitudes. */
    CPG_AMPLITUDE(Kind.F32, 4, "-"),
    /** Oscillator phases. */
    CPG_PHASE(Kind.F32, 4, "rad"),
    /** Oscillator lateral phases. */
    CPG_LATERAL_PHASE(Kind.F32, 4, "rad"),
    /** Share of the policies blended into the walk, 0 to 1. */
    POLICY_SHARE(Kind.F32, 1, "-"),
    /** What policies added to the walk: amplitudes, stepping rates, directions of 4 legs, angles of 12 joints. */
    POLICY_INPUT(Kind.F32, 24, "-, Hz, rad, rad");

    /** How a value is stored; little-endian. */
    public enum Kind {
        /** 64-bit integer. */
        I64(8),
        /** 64-bit float. */
        F64(8),
        /** 32-bit integer. */
        I32(4),
        /** 32-bit float. */
        F32(4);

        /** Size of one value in bytes. */
        public final int bytes;

        Kind(final int bytes) {
            this.bytes = bytes;
        }
    }

    private static final int[] OFFSETS = new int[values().length];
    private static final int TOTAL;

    static {
        int at = 0;
        for (final TickField field : values()) {
            OFFSETS[field.ordinal()] = at;
            at += field.kind.bytes * field.count;
        }
        TOTAL = (at + 7) & ~7;
    }

    /** How its values are stored. */
    public final Kind kind;
    /** How many values it has. */
    public final int count;
    /** Unit of its values. */
    public final String unit;

    TickField(final Kind kind, final int count, final String unit) {
        this.kind = kind;
        this.count = count;
        this.unit = unit;
    }

    /**
     * Where the field starts.
     *
     * @return offset in the frame, bytes
     */
    public int offset() {
        return OFFSETS[ordinal()];
    }

    static int totalBytes() {
        return TOTAL;
    }
}
