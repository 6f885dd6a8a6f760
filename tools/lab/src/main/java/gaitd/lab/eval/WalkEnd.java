package gaitd.lab.eval;

import gaitd.sim.measure.WalkFigures;
import java.io.Serializable;

/**
 * How a walk ended.
 *
 * @param walk its number
 * @param success whether it went all the way
 * @param fell whether it fell
 * @param faulted whether a fault of the robot ended it without a fall
 * @param policyOff whether the policy was taken off for a fault of its own
 * @param reward of the task, 1/s
 * @param figures of it
 */
record WalkEnd(
        int walk, boolean success, boolean fell, boolean faulted, boolean policyOff, double reward, WalkFigures figures)
        implements Serializable {}
