package gaitd.runtime.adapt;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.mode.Mode;

/** What a step of the adapting policy has to know of its tick; overwritten in every tick. */
final class StepContext {
    /** Number of the tick. */
    long tick;
    /** What the robot does. */
    Mode mode = Mode.PASSIVE;
    /** How it steps. */
    Gait gait = Gait.TROT;
    /** Share of the policy blended into the walk. */
    double share;
    /** Velocity command in force. */
    final double[] command = new double[3];
    /** What was against exploring in any tick since the last step, first of all. */
    ExplorationOff hindrance = ExplorationOff.NOT_WALKING;
}
