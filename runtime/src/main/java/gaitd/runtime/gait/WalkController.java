package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.JointCommands;
import gaitd.hal.leg.RobotKind;
import gaitd.policies.cpg.FootPath;
import gaitd.policies.cpg.Gait;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;

/**
 * Walks: oscillators give the rhythm and the feet's paths, three feedbacks give the balance.
 *
 * <p>Stride by velocity error ({@link StepPlanner}), foot placement by velocity error ({@link FootPlacement}), and the
 * standing legs' lengths and forces by height, roll and pitch ({@link StanceForces}). The trunk follows a share of the ground's slope
 * ({@link GroundSlope}) where the settings have one, and leans and rises as a policy adds. Swinging feet move in levelled axes
 * so that a lean does not push them into the ground. While policies move the legs alone all of this rests, and begins afresh
 * when they hand over. Called once a tick while walking; allocates nothing.
 */
public final class WalkController {
    private static final double RAMP_SHARE = 0.12;
    private static final double COUPLING_HZ = 4;
    private static final double POSTURE_MAX_RAD = 0.35;
    private static final double DOWN_M = 0.005;

    private final Stance stance;
    private final HopfOscillators oscillators =
            new HopfOscillators(Gait.TROT, HopfOscillators.DEFAULT_AMPLITUDE_RATE, COUPLING_HZ);
    private final FootPath path = new FootPath(FootPath.Profile.LINEAR_STANCE);
    private final StepPlanner planner;
    private final FootPlacement placement;
    private final MidStride midStride;
    private final StanceForces forces = new StanceForces();
    private final LegDrive drive;
    private final Levels levels = new Levels();
    private final GroundSlope slope;
    private final double slopeGain;
    private final double periodS;
    private final double heightM;
    private final double clearanceM;
    private final double penetrationM;
    private final double stepLengthM;
    private final double swingKp;
    private final double swingKd;
    private final double stanceKp;
    private final double stanceKd;
    private final double postureGain;
    private final double postureKp;
    private final double postureKd;
    private final double heightKp;
    private final double heightKd;
    private final double velocityKd;
    private final double weightN;
    private final double forceMaxN;
    private final double[] level = new double[3];
    private final double[] footLevel = new double[3 * A1.LEGS];
    private final double[] foot = new double[3 * A1.LEGS];
    private final double[] footVelocity = new double[3 * A1.LEGS];
    private final double[] groundForce = new double[3 * A1.LEGS];
    private final double[] weight = new double[A1.LEGS];
    private final double[] wrench = new double[6];
    private final GaitBlend gait;
    private double wantedHeightM;
    private double leanRoll;
    private double leanPitch;
    private double groundX;
    private double groundY;
    private boolean resting;

    WalkController(final Config config, final Stance stance) {
        final RobotKind kind = config.get(ChoiceSetting.ROBOT_KIND);
        drive = new LegDrive(kind.legs());
        this.stance = stance;
        planner = new StepPlanner(config);
        midStride = new MidStride(stance.foot);
        placement = new FootPlacement(config.get(Setting.PLACEMENT_GAIN_S));
        periodS = config.periodNs() * 1e-9;
        gait = new GaitBlend(periodS, config.get(Setting.CADENCE));
        slope = new GroundSlope(periodS);
        slopeGain = config.get(Setting.SLOPE_GAIN);
        heightM = config.get(Setting.HEIGHT_M);
        wantedHeightM = heightM;
        clearanceM = config.get(Setting.CLEARANCE_M);
        penetrationM = config.get(Setting.PENETRATION_M);
        stepLengthM = config.get(Setting.STEP_LENGTH_M);
        swingKp = config.get(Setting.SWING_KP);
        swingKd = config.get(Setting.SWING_KD);
        stanceKp = config.get(Setting.STANCE_KP);
        stanceKd = config.get(Setting.STANCE_KD);
        postureGain = config.get(Setting.POSTURE_GAIN);
        postureKp = config.get(Setting.POSTURE_KP);
        postureKd = config.get(Setting.POSTURE_KD);
        heightKp = config.get(Setting.HEIGHT_KP);
        heightKd = config.get(Setting.HEIGHT_KD);
        velocityKd = config.get(Setting.VELOCITY_KD);
        weightN = config.get(Setting.WEIGHT_SHARE) * kind.massKg * Gravity.M_S2;
        forceMaxN = 1.5 * kind.massKg * Gravity.M_S2;
    }

    void begin(final BodyEstimate estimate) {
        resting = false;
        gait.settle();
        oscillators.reset(gait.gait());
        planner.begin(estimate);
        placement.reset();
        feetToLevel(estimate);
        slope.begin(footLevel);
    }

    void choose(final Gait next) {
        gait.choose(next);
        oscillators.setGait(next);
    }

    void update(
            final VelocityTarget target,
            final BodyEstimate estimate,
            final PolicyInput policy,
            final JointCommands out) {
        if (policy.targets.alone()) {
            resting = true;
            policy.targets.command(out);
            return;
        }
        if (resting) {
            begin(estimate);
            configure();
            planner.begin(target, estimate, policy, stance.foot, gait, oscillators);
            feetToLevel(estimate);
            midStride.begin(planner, footLevel, oscillators, path);
            placement.begin(stance.foot, path, footLevel);
        }
        gait.update();
        lean(estimate, policy);
        configure();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            path.raise(leg, policy.limitedSwingM(leg));
        }
        planner.update(target, estimate, policy, stance.foot, gait, oscillators);
        oscillators.update(planner.mu, planner.frequencyHz, planner.lateralRateHz, periodS);
        path.update(oscillators);
        final double errorX = estimate.velocityHeading[0] - target.vx();
        final double errorY = estimate.velocityHeading[1] - target.vy();
        placement.update(path, errorX, errorY);
        wantedWrench(estimate, errorX, errorY);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            weight[leg] = path.stance[leg] ? ramp(path.stanceProgress[leg]) : 0;
        }
        forces.solve(footLevel, weight, wrench, forceMaxN);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            target(leg, estimate);
            for (int i = 3 * leg; i < 3 * leg + 3; i++) {
                foot[i] += policy.limitedFootM(i);
            }
            levels.toTrunk(forces.force, 3 * leg, groundForce, 3 * leg);
            final boolean down = path.stance[leg];
            drive.command(
                    leg, foot, footVelocity, groundForce, down ? stanceKp : swingKp, down ? stanceKd : swingKd, out);
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            out.q[joint] += policy.limitedOffsetRad(joint);
        }
        policy.gains.blend(out);
        policy.targets.blend(out);
    }

    /** How the trunk is to stand: height, roll and pitch, by the ground's slope and what policies add. */
    private void lean(final BodyEstimate estimate, final PolicyInput policy) {
        feetToLevel(estimate);
        slope.update(estimate, footLevel);
        groundX = slopeGain > 0 ? slope.forward : 0;
        groundY = slopeGain > 0 ? slope.left : 0;
        wantedHeightM = heightM + policy.limitedHeightM();
        leanRoll = policy.limitedRollRad() + slopeGain * groundY;
        leanPitch = policy.limitedPitchRad() - slopeGain * groundX;
    }

    private void configure() {
        path.configure(wantedHeightM - A1.FOOT_RADIUS_M, clearanceM, penetrationM, stepLengthM, gait.dutyFactor());
    }

    private void feetToLevel(final BodyEstimate estimate) {
        levels.set(estimate, 1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            levels.toLevel(estimate.footBody, 3 * leg, footLevel, 3 * leg);
        }
    }

    private void wantedWrench(final BodyEstimate estimate, final double errorX, final double errorY) {
        wrench[0] = -velocityKd * errorX;
        wrench[1] = -velocityKd * errorY;
        wrench[2] = Math.max(
                0,
                weightN + heightKp * (wantedHeightM - estimate.position[2]) - heightKd * estimate.velocityHeading[2]);
        wrench[3] = -postureKp * (estimate.roll - leanRoll) - postureKd * estimate.angularVelocity[0];
        wrench[4] = -postureKp * (estimate.pitch - leanPitch) - postureKd * estimate.angularVelocity[1];
        wrench[5] = 0;
    }

    /** Target place and velocity of a foot in trunk axes. */
    private void target(final int leg, final BodyEstimate estimate) {
        final int i = 3 * leg;
        level[0] = stance.foot[i] + path.dx[leg] + placement.offset[2 * leg];
        level[1] = stance.foot[i + 1] + path.dy[leg] + placement.offset[2 * leg + 1];
        level[2] = path.dz[leg] + groundX * level[0] + groundY * level[1];
        footVelocity[i] = path.vx[leg];
        footVelocity[i + 1] = path.vy[leg];
        footVelocity[i + 2] = path.vz[leg];
        final double s = path.swingProgress[leg];
        final double air = path.stance[leg] ? 0 : Math.min(1, 16 * s * s * (1 - s) * (1 - s));
        levels.toTrunk(level, 0, foot, i);
        final double roll = Math.clamp(estimate.roll - leanRoll, -POSTURE_MAX_RAD, POSTURE_MAX_RAD);
        final double pitch = Math.clamp(estimate.pitch - leanPitch, -POSTURE_MAX_RAD, POSTURE_MAX_RAD);
        final double lean = postureGain * (roll * level[1] - pitch * level[0])
                + (groundX + leanPitch) * level[0]
                + (groundY - leanRoll) * level[1];
        final double underX = level[0] + wantedHeightM * leanPitch;
        final double underY = level[1] - wantedHeightM * leanRoll;
        foot[i] = underX + air * (foot[i] - underX);
        foot[i + 1] = underY + air * (foot[i + 1] - underY);
        foot[i + 2] = (1 - air) * (path.dz[leg] + lean) + air * foot[i + 2];
    }

    private static double ramp(final double progress) {
        return Math.clamp(Math.min(progress, 1 - progress) / RAMP_SHARE, 0.05, 1.0);
    }

    /**
     * The oscillators, read for frames and observations.
     *
     * @return live, not to be modified
     */
    public HopfOscillators oscillators() {
        return oscillators;
    }

    /**
     * Target amplitude of the walk without a policy's offset.
     *
     * @param leg which
     * @return as of the last tick, 1 or more
     */
    public double baseAmplitude(final int leg) {
        return planner.baseMu[leg];
    }

    /**
     * Stepping rate of the walk without a policy's offset.
     *
     * @return Hz
     */
    public double baseFrequencyHz() {
        return gait.frequencyHz();
    }

    /**
     * The feet's paths, read for frames and observations.
     *
     * @return live, not to be modified
     */
    public FootPath path() {
        return path;
    }

    /**
     * Whether every foot is on the ground or aims at less than 5 mm over it.
     *
     * @return whether standing may take over
     */
    public boolean feetDown() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (path.dz[leg] > DOWN_M + A1.FOOT_RADIUS_M - wantedHeightM) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the feet tell of the ground, read for observations.
     *
     * @return live, not to be modified
     */
    public GroundSlope ground() {
        return slope;
    }

    /**
     * The gait in force.
     *
     * @return the gait
     */
    public Gait gait() {
        return gait.gait();
    }
}
