package gaitd.sim.robot;

import gaitd.policies.learn.RandomStream;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;

/**
 * Ground that is ice in some squares of a metre and as usual in the others: while the trunk is over one of them, everything that touches
 * the ground does so with the friction of ice. Stepped once a physics step. Allocates nothing after construction.
 */
public final class IcePatches {
    private static final double SIDE_M = 1;

    private final RobotModel usual = RobotModel.a1();
    private final RobotModel slippery = RobotModel.a1();
    private double share;
    private long seed;
    private boolean known;
    private long column;
    private long row;
    private boolean icy;

    /** No ice. */
    public IcePatches() {}

    /**
     * Other patches, before the robot is placed.
     *
     * @param model the robot on usual ground, copied
     * @param iceShare share of the ground that is ice, 0 to 1
     * @param iceFriction friction of the ice, 0 or more
     * @param iceSeed decides where it is
     */
    public void set(final RobotModel model, final double iceShare, final double iceFriction, final long iceSeed) {
        usual.set(model);
        slippery.set(model);
        slippery.frictionCoefficient = iceFriction;
        share = iceShare;
        seed = iceSeed;
        known = false;
        icy = false;
    }

    private boolean isIce(final long ix, final long iy) {
        final long drawn = RandomStream.seed(RandomStream.seed(seed, ix), iy);
        return (drawn >>> 11) * 0x1p-53 < share;
    }

    /** Before a physics step: gives the engine the other friction where the trunk comes into a square of another kind. */
    void step(final Simulator sim) {
        final SimState state = sim.state();
        final long ix = (long) Math.floor(state.basePosition[0] / SIDE_M);
        final long iy = (long) Math.floor(state.basePosition[1] / SIDE_M);
        if (known && ix == column && iy == row) {
            return;
        }
        known = true;
        column = ix;
        row = iy;
        final boolean now = isIce(ix, iy);
        if (now != icy) {
            icy = now;
            sim.use(now ? slippery : usual);
        }
    }
}
