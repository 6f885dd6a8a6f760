package gaitd.lab.walks;

import gaitd.sim.Engine;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.env.GroupPhysics;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/** Robots stepped one after the other, each in a MuJoCo of its own. */
final class MujocoGroup implements GroupPhysics, AutoCloseable {
    private final Simulator[] robots;

    MujocoGroup(final List<Terrain> terrains, final double timeStepS) {
        robots = new Simulator[terrains.size()];
        for (int i = 0; i < robots.length; i++) {
            robots[i] = Engine.MUJOCO.open(RobotModel.a1(), terrains.get(i), timeStepS);
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

    @Override
    public void close() {
        for (final Simulator robot : robots) {
            robot.close();
        }
    }
}
