package gaitd.spark;

import java.io.Serializable;

/**
 * What came of a unit.
 *
 * @param answer of it, null where it refused
 * @param refusal in one line, null where there is an answer
 * @param facts of the process that did it
 * @param host where that is
 */
record UnitOutcome(Serializable answer, String refusal, ExecutorFacts facts, String host) implements Serializable {}
