package gaitd.sim.robot;

import gaitd.hal.Gravity;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import java.util.Arrays;

/**
 * Straps that lift a robot by its trunk, hold it up, and let it down again.
 *
 * <p>A trunk that is lower than {@link #CLEAR_M} is lifted slowly, and levelled. It is so heavy meanwhile that the legs do not move it; the straps
 * pull at it alone, so that the legs hang by their own weight. Let down, the robot sinks in the straps until its feet carry. Called once a physics
 * step. Allocates nothing after construction.
 */
public final class Sling {
    /** Height of the trunk's origin at which stretched legs are clear of the ground, m. */
    public static final double CLEAR_M = 0.55;

    private static final double TRUNK_TIMES = 1000;
    /** The straps hold the attitude by speed alone; legs must not turn the trunk by a noticeable amount in a step. */
    private static final double INERTIA_TIMES = 1e5;

    private static final double STIFFNESS_1_S2 = 400;
    private static final double DAMPING_1_S = 40;
    private static final double SPEED_M_S = 0.2;
    private static final double LONGEST_S = 5;
    private static final double CARRIED_SHARE = 0.5;

    private final RobotModel own;
    private final RobotModel heavy = RobotModel.a1();
    private final double clearM;
    private final double ownKg;
    private final double heavyKg;
    private final double[] holdM = new double[3];
    private final double[] forceN = new double[3];
    private final TrunkTurn attitude = new TrunkTurn();
    private Simulator sim;
    private double liftToM;
    private double sinkingS;
    private boolean hung;
    private boolean sinking;

    /**
     * Straps that hang loose.
     *
     * @param own the robot's model, not modified
     * @param groundM height of the ground below, m
     */
    public Sling(final RobotModel own, final double groundM) {
        this.own = own;
        clearM = groundM + CLEAR_M;
        heavy.set(own);
        heavy.massKg[0] *= TRUNK_TIMES;
        for (int i = 0; i < 6; i++) {
            heavy.inertiaKgM2[i] *= INERTIA_TIMES;
        }
        Arrays.fill(heavy.comM, 0, 3, 0);
        ownKg = own.totalMassKg();
        heavyKg = heavy.totalMassKg();
    }

    /** Sets the robot that they hold. */
    void around(final Simulator engine) {
        sim = engine;
    }

    /** Hangs the robot up by its trunk, where it is or, lying low, after it was lifted. */
    public void hang() {
        System.arraycopy(sim.state().basePosition, 0, holdM, 0, 3);
        liftToM = Math.max(holdM[2], clearM);
        attitude.level(sim.state().baseQuaternion);
        sim.use(heavy);
        hung = true;
        sinking = false;
    }

    /**
     * Turns the trunk of a robot that hangs to an attitude at a person's speed, and holds it there.
     *
     * @param rollRad right side down positive, rad
     * @param pitchRad nose down positive, rad
     * @param yawRad to the left positive, rad
     */
    public void turn(final double rollRad, final double pitchRad, final double yawRad) {
        attitude.to(rollRad, pitchRad, yawRad);
    }

    /** Lets a robot that hangs down until its feet carry it. */
    public void letDown() {
        if (hung) {
            sim.use(own);
            hung = false;
            sinking = true;
            sinkingS = 0;
        }
    }

    /** Takes the robot out of the straps at once. */
    void release() {
        if (hung) {
            sim.use(own);
        }
        hung = false;
        sinking = false;
    }

    /**
     * Whether the robot hangs.
     *
     * @return false when it was let down
     */
    public boolean isHung() {
        return hung;
    }

    void step() {
        final SimState state = sim.state();
        if (sinking) {
            holdM[2] -= SPEED_M_S * sim.timeStepS();
            sinkingS += sim.timeStepS();
            sinking = sinkingS < LONGEST_S
                    && carriedN(state) < CARRIED_SHARE * ownKg * Gravity.M_S2
                    && !state.trunkContact;
        }
        if (hung) {
            holdM[2] = Math.min(liftToM, holdM[2] + SPEED_M_S * sim.timeStepS());
        }
        if (!hung && !sinking) {
            return;
        }
        final double massKg = hung ? heavyKg : ownKg;
        for (int i = 0; i < 3; i++) {
            forceN[i] = massKg
                    * (STIFFNESS_1_S2 * (holdM[i] - state.basePosition[i])
                            - DAMPING_1_S * state.baseVelocity[i]
                            + (i == 2 ? Gravity.M_S2 : 0));
        }
        sim.pull(forceN);
        if (hung) {
            attitude.step(sim);
        }
    }

    private static double carriedN(final SimState state) {
        double sum = 0;
        for (int leg = 0; leg < 4; leg++) {
            sum += state.footForce[3 * leg + 2];
        }
        return sum;
    }
}
