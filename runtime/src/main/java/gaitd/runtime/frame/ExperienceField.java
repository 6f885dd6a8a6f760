package gaitd.runtime.frame;

/**
 * Every field of an {@link ExperienceFrame}, in the order of its bytes. This is the only definition of the layout.
 *
 * <p>Outputs are those of the network, before the manifest's scale and offset. Means are over the ticks after the step up to
 * the next one, from onboard estimates only; greatest values are of the same ticks.
 */
public enum ExperienceField implements FrameField {
    /** Layout version, see {@link ExperienceFrame#VERSION}. */
    VERSION(FieldKind.I64, 1, "-"),
    /** Number of this frame, from 0; one that is skipped was overwritten before it was read. */
    RECORD(FieldKind.I64, 1, "-"),
    /** Number of the policy's step since the loop was armed, from 0; counts the draws of the exploration. */
    STEP(FieldKind.I64, 1, "-"),
    /** Number of the tick of the step. */
    TICK(FieldKind.I64, 1, "-"),
    /** First 8 bytes of the hash of the bundle as it was shipped. */
    SHIPPED(FieldKind.I64, 1, "-"),
    /** Version whose output was the mean: 0 is the bundle as shipped. During a blend the one with the larger share. */
    VERSION_ACTED(FieldKind.I64, 1, "-"),
    /** Version of the incumbent; 0 is the bundle as shipped. */
    VERSION_INCUMBENT(FieldKind.I64, 1, "-"),
    /** Version of the candidate that is loaded; 0 none. */
    VERSION_CANDIDATE(FieldKind.I64, 1, "-"),
    /** Version that was rolled back last; 0 none. It is refused until control starts again. */
    VERSION_ROLLED_BACK(FieldKind.I64, 1, "-"),
    /** Generation of the policy slot that was read last. */
    SLOT_GENERATION(FieldKind.I64, 1, "-"),
    /** Ordinal of {@code WeightsCheck}: how that was judged. */
    WEIGHTS_CHECK(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code TrialPhase}. */
    TRIAL_PHASE(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code RollbackCause} of the version rolled back last. */
    ROLLBACK_CAUSE(FieldKind.I32, 1, "-"),
    /** Windows of the trial that have ended, the incumbent's and the candidate's. */
    TRIAL_WINDOWS(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code ExplorationOff}: why there is none. */
    EXPLORATION_OFF(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code EpisodeEnd}: whether this is the last step of a walk, and why. */
    END(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code Mode}. */
    MODE(FieldKind.I32, 1, "-"),
    /** Ordinal of {@code Gait}. */
    GAIT(FieldKind.I32, 1, "-"),
    /** Numbers of the observation that count. */
    OBSERVATIONS(FieldKind.I32, 1, "-"),
    /** Numbers of outputs and actions that count. */
    ACTIONS(FieldKind.I32, 1, "-"),
    /** Ticks that the means are over. */
    TICKS(FieldKind.I32, 1, "-"),
    /** Share of the policies blended into the walk, 0 to 1: learn from steps where it is 1. */
    POLICY_SHARE(FieldKind.F32, 1, "-"),
    /** Share of the candidate in the mean, 0 to 1; the rest is the incumbent's. */
    CANDIDATE_SHARE(FieldKind.F32, 1, "-"),
    /** Share of the exploration's deviation in force, 0 to 1. */
    EXPLORATION_SHARE(FieldKind.F32, 1, "-"),
    /** Velocity command in force at the step: vx, vy in the heading frame, yaw rate. */
    COMMAND(FieldKind.F32, 3, "m/s, m/s, rad/s"),
    /** Mean of velocity less command: forward, left, yaw rate. */
    VELOCITY_ERROR(FieldKind.F32, 3, "m/s, m/s, rad/s"),
    /** Mean square of the vertical velocity. */
    VERTICAL_VELOCITY_SQUARE(FieldKind.F32, 1, "m^2/s^2"),
    /** Mean of the squared roll and pitch rates. */
    ROLL_PITCH_RATE_SQUARE(FieldKind.F32, 1, "rad^2/s^2"),
    /** Mean square of the tilt. */
    TILT_SQUARE(FieldKind.F32, 1, "rad^2"),
    /** Mean of the sum of |torque x speed| over the joints. */
    POWER(FieldKind.F32, 1, "W"),
    /** Mean of the sum of squared torques. */
    TORQUE_SQUARE(FieldKind.F32, 1, "N^2 m^2"),
    /** Mean of the speeds of feet that carry over the ground, summed over the feet. */
    SLIP(FieldKind.F32, 1, "m/s"),
    /** Sum of squared changes of the action since the step before, in half widths of the outputs' bounds. */
    ACTION_CHANGE_SQUARE(FieldKind.F32, 1, "-"),
    /** Greatest tilt. */
    MARGIN_TILT(FieldKind.F32, 1, "rad"),
    /** Greatest size of a joint torque. */
    MARGIN_TORQUE(FieldKind.F32, 1, "N m"),
    /** Greatest motor temperature. */
    MARGIN_TEMPERATURE(FieldKind.F32, 1, "deg C"),
    /** Greatest size of a joint speed. */
    MARGIN_SPEED(FieldKind.F32, 1, "rad/s"),
    /** Greatest deviation that the estimator gives its horizontal velocity. */
    MARGIN_DOUBT(FieldKind.F32, 1, "m/s"),
    /** Observation as the network got it. */
    OBSERVATION(FieldKind.F32, 160, "-"),
    /** Output of the bundle as shipped. */
    SHIPPED_OUTPUT(FieldKind.F32, 32, "-"),
    /** Output of what drives, held to the box around the shipped one: the action without exploration. */
    MEAN(FieldKind.F32, 32, "-"),
    /** Output of the candidate, held to the same box; zeros when there is none. */
    CANDIDATE_OUTPUT(FieldKind.F32, 32, "-"),
    /** What exploration added. */
    EXPLORATION(FieldKind.F32, 32, "-"),
    /** Action taken: mean and exploration, held to the box. */
    ACTION(FieldKind.F32, 32, "-");

    private static final int[] PLACES = FieldPlaces.of(values());

    /** How its values are stored. */
    public final FieldKind kind;
    /** How many values it has. */
    public final int count;
    /** Unit of its values. */
    public final String unit;

    ExperienceField(final FieldKind kind, final int count, final String unit) {
        this.kind = kind;
        this.count = count;
        this.unit = unit;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int offset() {
        return PLACES[ordinal()];
    }

    static int totalBytes() {
        return PLACES[PLACES.length - 1];
    }
}
