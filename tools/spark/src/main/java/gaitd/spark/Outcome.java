package gaitd.spark;

import java.io.Serializable;

/**
 * What came of a unit.
 *
 * @param answer of it, null where it refused
 * @param refusal in one line, null where there is an answer
 * @param likeness of the process that did it
 * @param host where that is
 */
record Outcome(Serializable answer, String refusal, Likeness likeness, String host) implements Serializable {}
