package gaitd.lab.walks;

import gaitd.sim.env.EnvBuffers;
import gaitd.sim.measure.WalkFigures;

/** Commands walks while they go, and takes what they come to. Called by one thread, robots in their order. */
public interface WalkWatch {
    /**
     * Before a policy step: writes the velocity asked for into the row's command.
     *
     * @param walk number of the walk, 0 or more; may be one that is not counted
     * @param step policy steps of the walk so far
     * @param rows all robots
     * @param robot whose row it is
     */
    void command(int walk, int step, EnvBuffers rows, int robot);

    /**
     * After a policy step of a walk that counts.
     *
     * @param walk its number
     * @param rows all robots
     * @param robot whose row it is
     */
    void stepped(int walk, EnvBuffers rows, int robot);

    /**
     * After the last step of a walk that counts.
     *
     * @param walk its number
     * @param rows all robots, still those of the last step
     * @param robot whose row it is
     * @param figures of the walk
     */
    void ended(int walk, EnvBuffers rows, int robot, WalkFigures figures);
}
