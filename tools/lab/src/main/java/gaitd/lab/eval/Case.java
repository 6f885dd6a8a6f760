package gaitd.lab.eval;

/**
 * A subject's walks on one ground in one condition.
 *
 * @param subject who
 * @param terrain name of the ground
 * @param condition what robots were like
 * @param walks what was measured
 */
public record Case(Subject subject, String terrain, Condition condition, Walks walks) {}
