package gaitd.policies.graph;

/**
 * A state and what becomes of it.
 *
 * @param state as a step finds it
 * @param next as a step leaves it, of the same size
 */
public record Recurrence(Value state, Value next) {}
