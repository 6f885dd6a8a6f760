package gaitd.lab.eval;

import gaitd.lab.walks.Subject;

/**
 * A subject's walks on one ground in one condition.
 *
 * @param subject the policy
 * @param terrain name of the ground
 * @param condition of the robots
 * @param walks the measurements
 */
public record Case(Subject subject, String terrain, Condition condition, Walks walks) {}
