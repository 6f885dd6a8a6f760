package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.robot.GroundTruth;
import gaitd.sim.robot.TrunkMotion;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;

/**
 * Sums the {@link Term}s of one robot over a policy step.
 *
 * <p>A fall is that of {@link GroundTruth}. Torque, power, contact and slip are taken every physics step, the trunk's motion every control tick. Allocates nothing
 * after construction.
 */
final class StepMeter {
    private static final double CARRIES_N = 1;
    private static final double FALL_UP = StrictMath.cos(GroundTruth.FALL_TILT_RAD);
    private static final double UPRIGHT_UP = StrictMath.cos(GroundTruth.UPRIGHT_TILT_RAD);

    private final Terrain terrain;
    private final TrunkMotion trunk = new TrunkMotion();
    private final double[] sum = new double[Term.COUNT];
    private final double[] lastFoot = new double[2 * A1.LEGS];
    private double startX;
    private double startY;
    private double startCos = 1;
    private double startSin;
    private double lastDistanceM;
    private double energyJ;
    private boolean upright;
    private boolean down;

    StepMeter(final Terrain terrain) {
        this.terrain = terrain;
    }

    void beginEpisode(final SimState state, final double headingRad, final boolean startsUpright) {
        startX = state.basePosition[0];
        startY = state.basePosition[1];
        startCos = Math.cos(headingRad);
        startSin = Math.sin(headingRad);
        lastDistanceM = 0;
        energyJ = 0;
        upright = startsUpright;
        down = false;
        rememberFeet(state);
    }

    void beginStep() {
        Arrays.fill(sum, 0);
    }

    /** After each physics step. */
    void substep(final SimState state, final double share, final double dtS) {
        double power = 0;
        double square = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            final double torque = state.motorTorque[j];
            power += Math.abs(torque * state.dq[j]);
            square += torque * torque;
        }
        add(Term.POWER, share * power);
        add(Term.WORK, dtS * power);
        add(Term.TORQUE_SQUARE, share * square);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (state.footForce[3 * leg + 2] > CARRIES_N) {
                final double dx = state.footPosition[3 * leg] - lastFoot[2 * leg];
                final double dy = state.footPosition[3 * leg + 1] - lastFoot[2 * leg + 1];
                add(Term.CONTACTS, share);
                add(Term.SLIP, Math.sqrt(dx * dx + dy * dy));
            }
        }
        rememberFeet(state);
        if (state.bodyContact) {
            sum[Term.BODY_CONTACT.ordinal()] = 1;
            down |= upright;
        }
    }

    /** After each control tick. */
    void tick(final SimState state, final double share) {
        final double[] v = state.baseVelocity;
        final double[] w = state.baseAngularVelocity;
        trunk.update(state);
        add(Term.FORWARD_VELOCITY, share * trunk.forwardMS);
        add(Term.LEFT_VELOCITY, share * trunk.leftMS);
        add(Term.VERTICAL_VELOCITY_SQUARE, share * v[2] * v[2]);
        add(Term.ROLL_PITCH_RATE_SQUARE, share * (w[0] * w[0] + w[1] * w[1]));
        add(Term.YAW_RATE, share * trunk.yawRadS);
        final double heightM = heightM(state);
        if (!(heightM >= GroundTruth.FALL_HEIGHT_M && trunk.up >= FALL_UP)) {
            down |= upright;
        } else if (!state.bodyContact && heightM >= GroundTruth.UPRIGHT_HEIGHT_M && trunk.up >= UPRIGHT_UP) {
            upright = true;
        }
    }

    /** At the end of a policy step: writes a row. */
    void endStep(final SimState state, final int fault, final double[] out, final int at) {
        final double dx = state.basePosition[0] - startX;
        final double dy = state.basePosition[1] - startY;
        final double distanceM = startCos * dx + startSin * dy;
        energyJ += sum[Term.WORK.ordinal()];
        put(Term.TILT, trunk.tiltRad());
        put(Term.HEIGHT, heightM(state));
        put(Term.DISPLACEMENT, distanceM - lastDistanceM);
        put(Term.DISTANCE, distanceM);
        put(Term.DRIFT, startCos * dy - startSin * dx);
        put(Term.ENERGY, energyJ);
        put(Term.FALLEN, down ? 1 : 0);
        put(Term.FAULT, fault);
        lastDistanceM = distanceM;
        System.arraycopy(sum, 0, out, at, Term.COUNT);
    }

    /** Whether the robot has fallen in this episode. */
    boolean isDown() {
        return down;
    }

    private double heightM(final SimState state) {
        return state.basePosition[2] - terrain.heightM(state.basePosition[0], state.basePosition[1]);
    }

    private void rememberFeet(final SimState state) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            lastFoot[2 * leg] = state.footPosition[3 * leg];
            lastFoot[2 * leg + 1] = state.footPosition[3 * leg + 1];
        }
    }

    private void add(final Term term, final double value) {
        sum[term.ordinal()] += value;
    }

    private void put(final Term term, final double value) {
        sum[term.ordinal()] = value;
    }
}
