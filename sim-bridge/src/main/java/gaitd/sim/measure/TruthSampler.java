package gaitd.sim.measure;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;

/** Fills samples with the ground truth of a simulated robot. One thread. Allocates nothing after construction. */
public final class TruthSampler {
    private final Terrain terrain;
    private final TrunkMotion trunk = new TrunkMotion();
    private double workJ;
    private double slipM;
    private long bodyContactSteps;

    /**
     * A sampler of a robot that was just placed.
     *
     * @param terrain the ground that heights are taken over
     */
    public TruthSampler(final Terrain terrain) {
        this.terrain = terrain;
    }

    /** Expects sums that start at zero, after the robot was placed anew. */
    public void begin() {
        workJ = 0;
        slipM = 0;
        bodyContactSteps = 0;
    }

    /**
     * Takes a sample.
     *
     * @param state of now, not modified
     * @param sums since the robot was placed, not modified
     * @param out overwritten
     */
    public void read(final SimState state, final PhysicsSums sums, final WalkSample out) {
        trunk.update(state);
        out.xM = state.basePosition[0];
        out.yM = state.basePosition[1];
        out.heightM = state.basePosition[2] - terrain.heightM(out.xM, out.yM);
        out.headingCos = trunk.cos;
        out.headingSin = trunk.sin;
        out.up = trunk.up;
        out.forwardMS = trunk.forwardMS;
        out.leftMS = trunk.leftMS;
        out.upwardMS = state.baseVelocity[2];
        out.rollRadS = state.baseAngularVelocity[0];
        out.pitchRadS = state.baseAngularVelocity[1];
        out.yawRadS = trunk.yawRadS;
        out.bodyContact = sums.bodyContactSteps > bodyContactSteps;
        out.workJ = sums.workJ - workJ;
        out.slipM = sums.slipM - slipM;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double x = state.footPosition[3 * leg];
            final double y = state.footPosition[3 * leg + 1];
            out.soleM[leg] = state.footPosition[3 * leg + 2] - A1.FOOT_RADIUS_M - terrain.heightM(x, y);
        }
        workJ = sums.workJ;
        slipM = sums.slipM;
        bodyContactSteps = sums.bodyContactSteps;
    }
}
