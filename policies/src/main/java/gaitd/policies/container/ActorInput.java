package gaitd.policies.container;

import gaitd.policies.bundle.FactsException;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.graph.GraphBuilder;
import gaitd.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the actor of a policy with an estimator is given, as a fact tells it: parts of the observation and of the estimate, one behind the
 * other, as {@code obs[0:45],estimate[0:3],l2(estimate[3:19])}. {@code l2} is a part divided by its length.
 */
final class ActorInput {
    /** Its name among the facts. */
    static final String FACT = "actor_input";

    /** How it is told. */
    static final String EXAMPLE = "--fact " + FACT
            + "=obs[0:45],estimate[0:3],l2(estimate[3:19]) or the like tells what the actor is given, in order";

    private static final Pattern PART =
            Pattern.compile("(l2\\()?(obs|estimate)(?:\\[([0-9]{1,7}):([0-9]{1,7})])?(\\))?");
    /** As PyTorch has it, so that a length of 0 divides nothing. */
    private static final double LEAST_LENGTH = 1e-12;

    private ActorInput() {}

    /**
     * Builds it.
     *
     * @param fact its text
     * @param graph to add to
     * @param obs the observation
     * @param estimate what the estimator makes of it
     * @return the actor's input
     * @throws FactsException when the text is wrong, or a part is not there
     */
    static Value of(final String fact, final GraphBuilder graph, final Value obs, final Value estimate) {
        final List<Value> parts = new ArrayList<>();
        int size = 0;
        for (final String text : fact.strip().split("\\s*,\\s*", -1)) {
            final Matcher part = PART.matcher(text);
            if (!part.matches() || (part.group(1) == null) != (part.group(5) == null)) {
                throw new FactsException(
                        "fact %s: '%.60s' is no part of obs or estimate: %s".formatted(FACT, text, EXAMPLE));
            }
            final Value whole = part.group(2).equals("obs") ? obs : estimate;
            final int from = part.group(3) == null ? 0 : Integer.parseInt(part.group(3));
            final int to = part.group(4) == null ? whole.size() : Integer.parseInt(part.group(4));
            if (from >= to || to > whole.size()) {
                throw new FactsException("fact %s: %s is outside of %s, which has %d values"
                        .formatted(FACT, text, part.group(2), whole.size()));
            }
            final Value cut = graph.pick(whole, IntStream.range(from, to).toArray(), 1, to - from);
            parts.add(part.group(1) == null ? cut : unit(graph, cut));
            size += to - from;
        }
        return graph.joined(parts, 1, size);
    }

    private static Value unit(final GraphBuilder graph, final Value x) {
        final Value length = graph.combine(
                PlanOperator.MAX,
                graph.reduce(PlanReduction.L2, x),
                graph.constant(new double[] {LEAST_LENGTH}, false, 1, 1));
        return graph.combine(PlanOperator.DIVIDE, x, length);
    }
}
