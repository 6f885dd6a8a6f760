package gaitd.sim.env;

import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.vary.Variation;

/**
 * What a task decides for each robot of the environments: its policies, how its episodes begin, and where its
 * observations go.
 *
 * <p>{@link #vary}, {@link #ended}, {@link #begin} and {@link #observe} are called by the thread that steps the robot, for several robots at once; they must
 * depend on the robot's own numbers only and allocate nothing.
 */
public interface EnvTask {
    /** Robots that walk without a policy, from the origin. */
    EnvTask NONE = robot -> new WalkingPolicy[0];

    /**
     * Policies of a robot, in the stage that runs them on a real one; called once for each robot.
     *
     * @param robot its index
     * @return owned by the robot; empty for the walk without a policy
     */
    WalkingPolicy[] policies(int robot);

    /**
     * Faults of every robot, on the time since an episode began.
     *
     * @return the same each time
     */
    default FaultPlan faults() {
        return FaultPlan.NONE;
    }

    /**
     * What is different about every robot; its faults are among {@link #faults()}, its ground among the plan's.
     *
     * @return the same each time
     */
    default FieldCase fieldCase() {
        return FieldCase.NOMINAL;
    }

    /**
     * Changes what was drawn for a robot's next episode.
     *
     * @param robot its index
     * @param seed decides what is drawn here
     * @param drawn may be changed
     */
    default void vary(final int robot, final long seed, final Variation drawn) {
        // as it was drawn
    }

    /**
     * Takes how an episode ended, before the next begins.
     *
     * @param robot its index
     * @param fell whether it ended by a fall or a fault
     * @param askedM way that its commands asked for, m
     * @param wentM way that it went in their directions, m
     */
    default void ended(final int robot, final boolean fell, final double askedM, final double wentM) {
        // a task that is as hard whatever happens needs no results
    }

    /**
     * Decides how an episode begins.
     *
     * @param robot its index
     * @param episode number of the episode since the last reset, from 0
     * @param seed decides what is drawn for it
     * @param start set to the origin and the plan's longest episode; may be changed
     */
    default void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
        // as it is
    }

    /**
     * Takes a new observation: after each policy step, and when an episode begins.
     *
     * @param robot its index
     * @param signals its sensor readings and estimates
     * @param last whether this is the last observation of an episode, with that of the next to follow
     */
    default void observe(final int robot, final RobotSignals signals, final boolean last) {
        // a task without a learner needs no observations
    }
}
