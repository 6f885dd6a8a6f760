package gaitd.sim.env;

import gaitd.sim.terrain.Terrain;
import java.util.List;

/** Makes the physics of a group of robots. */
@FunctionalInterface
public interface PhysicsMaker {
    /**
     * Makes one group.
     *
     * @param terrains the ground of each robot
     * @param timeStepS length of a step, s
     * @return a new group
     */
    GroupPhysics make(List<Terrain> terrains, double timeStepS);
}
