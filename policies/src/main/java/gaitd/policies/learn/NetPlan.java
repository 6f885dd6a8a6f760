package gaitd.policies.learn;

import java.util.Arrays;
import java.util.List;

/**
 * A network to be trained and how.
 *
 * @param kind which
 * @param rule way to its gradient
 * @param hidden neurons of each layer; kinds of one layer take one number
 * @param subSteps solver steps in a policy step, for kinds that integrate
 * @param stepSize size of each, in time constants
 * @param beta strength of the nudge
 * @param nudgedSteps steps of each nudged phase
 */
public record NetPlan(
        NetKind kind, Rule rule, List<Integer> hidden, int subSteps, double stepSize, double beta, int nudgedSteps) {
    /**
     * Checks that they fit each other.
     *
     * @throws IllegalArgumentException in one line
     */
    public NetPlan {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty() || hidden.stream().anyMatch(n -> n < 1 || n > 1024)) {
            throw new IllegalArgumentException("hidden sizes " + hidden + ": expected one or more from 1 to 1024");
        }
        if (kind != NetKind.MLP && kind != NetKind.ENERGY && hidden.size() != 1) {
            throw new IllegalArgumentException(
                    kind.key() + " has one layer, not " + hidden.size() + ": give one number of neurons");
        }
        if (rule == Rule.EP && !kind.settles()) {
            throw new IllegalArgumentException(
                    "equilibrium propagation needs a network that settles by symmetric feedback, ltc or energy, not "
                            + kind.key());
        }
        if (rule == Rule.ADJOINT && !kind.integrates()) {
            throw new IllegalArgumentException("the adjoint method needs a differential equation, "
                    + Arrays.stream(NetKind.values())
                            .filter(NetKind::integrates)
                            .map(NetKind::key)
                            .toList()
                    + ", not " + kind.key());
        }
        if (subSteps < 1 || subSteps > 200 || nudgedSteps < 1 || nudgedSteps > 200) {
            throw new IllegalArgumentException(
                    "solver steps %d, nudged steps %d: each must be from 1 to 200".formatted(subSteps, nudgedSteps));
        }
        if (!(stepSize > 0 && stepSize <= 100 && beta > 0 && beta <= 10)) {
            throw new IllegalArgumentException(
                    "step size %s, beta %s: expected above 0, to 100 and to 10".formatted(stepSize, beta));
        }
    }

    /**
     * With customary numbers.
     *
     * @param kind which
     * @param rule way to its gradient
     * @param hidden neurons of each layer
     * @return the plan
     */
    public static NetPlan of(final NetKind kind, final Rule rule, final List<Integer> hidden) {
        return switch (kind) {
            case LTC, ENERGY -> new NetPlan(kind, rule, hidden, 8, 1, 0.2, 8);
            case CTRNN -> new NetPlan(kind, rule, hidden, 4, 0.25, 0.2, 8);
            case NODE -> new NetPlan(kind, rule, hidden, 2, 0.5, 0.2, 8);
            case RNNODE -> new NetPlan(kind, rule, hidden, 2, 0.05, 0.2, 8);
            case MLP, LSTM, GRU, CFC -> new NetPlan(kind, rule, hidden, 1, 1, 0.2, 8);
        };
    }
}
