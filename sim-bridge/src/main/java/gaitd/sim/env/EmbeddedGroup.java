package gaitd.sim.env;

import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/** Robots one after the other, an embedded engine each. */
public final class EmbeddedGroup implements GroupPhysics {
    /** A size of groups that shares work evenly among threads without asking for more too often. */
    public static final int ROBOTS = 4;

    private final Simulator[] robots;

    /**
     * A group.
     *
     * @param terrains the ground of each robot
     * @param timeStepS length of a step, s
     */
    public EmbeddedGroup(final List<Terrain> terrains, final double timeStepS) {
        robots = new Simulator[terrains.size()];
        for (int i = 0; i < robots.length; i++) {
            robots[i] = new EmbeddedSimulator(RobotModel.a1(), terrains.get(i), timeStepS);
        }
    }

    @Override
    public Simulator robot(final int robot) {
        return robots[robot];
    }

    @Override
    public void step(final double[][] torqueNm, final double[][] dampingNmSRad) {
        for (int i = 0; i < robots.length; i++) {
            robots[i].step(torqueNm[i], dampingNmSRad[i]);
        }
    }
}
