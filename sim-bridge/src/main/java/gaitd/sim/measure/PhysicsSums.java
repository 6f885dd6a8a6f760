package gaitd.sim.measure;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;

/**
 * What a robot did in physics steps, summed since it was placed: samples taken more rarely miss none of it.
 *
 * <p>Added to by the simulated robot after each physics step. Allocates nothing after construction.
 */
public final class PhysicsSums {
    /** A foot that presses with more than this carries, N. */
    public static final double CARRIES_N = 1;

    /** Time, s. */
    public double timeS;
    /** Integral of the sum of |torque x speed| over the joints, J. */
    public double workJ;
    /** Integral of the sum of squared torques, N^2 m^2 s. */
    public double torqueSquareN2M2S;
    /** Integral of the number of feet that carry, s. */
    public double carryingS;
    /** Way that feet slid over the ground while they carried, summed over the feet, m. */
    public double slipM;
    /** Steps in which the ground pressed on anything but feet and calves. */
    public long bodyContactSteps;

    private final double[] lastFootM = new double[2 * A1.LEGS];

    /** Sums at zero, of a robot whose feet are at the origin; {@link #begin} comes next. */
    public PhysicsSums() {}

    /**
     * Starts at zero.
     *
     * @param state where the feet are, not modified
     */
    public void begin(final SimState state) {
        timeS = 0;
        workJ = 0;
        torqueSquareN2M2S = 0;
        carryingS = 0;
        slipM = 0;
        bodyContactSteps = 0;
        remember(state);
    }

    /**
     * Adds a physics step.
     *
     * @param state after it, not modified
     * @param stepS its length, s
     */
    public void add(final SimState state, final double stepS) {
        double powerW = 0;
        double square = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            final double torque = state.motorTorque[j];
            powerW += Math.abs(torque * state.dq[j]);
            square += torque * torque;
        }
        timeS += stepS;
        workJ += stepS * powerW;
        torqueSquareN2M2S += stepS * square;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (state.footForce[3 * leg + 2] > CARRIES_N) {
                final double dx = state.footPosition[3 * leg] - lastFootM[2 * leg];
                final double dy = state.footPosition[3 * leg + 1] - lastFootM[2 * leg + 1];
                carryingS += stepS;
                slipM += Math.sqrt(dx * dx + dy * dy);
            }
        }
        bodyContactSteps += state.bodyContact ? 1 : 0;
        remember(state);
    }

    private void remember(final SimState state) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            lastFootM[2 * leg] = state.footPosition[3 * leg];
            lastFootM[2 * leg + 1] = state.footPosition[3 * leg + 1];
        }
    }
}
