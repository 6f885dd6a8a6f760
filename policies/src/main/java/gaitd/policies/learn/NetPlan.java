package gaitd.policies.learn;

import gaitd.policies.cell.ConductanceSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Kind, sizes and gradient of a network to be trained.
 *
 * @param kind which
 * @param rule how its gradient is computed
 * @param hidden neurons of each layer; kinds of one layer take one number
 * @param wiring which synapses it has
 * @param memory whether a long short-term memory runs in front of the neurons
 * @param subSteps solver steps in a policy step, for kinds that integrate
 * @param stepSize size of each, in time constants
 * @param beta strength of the nudge
 * @param nudgedSteps steps of each nudged phase
 */
public record NetPlan(
        NetKind kind,
        Rule rule,
        List<Integer> hidden,
        WiringPlan wiring,
        boolean memory,
        int subSteps,
        double stepSize,
        double beta,
        int nudgedSteps) {
    private static final String DESIGN = "--net ";
    private static final String MUTUAL = ", synapses made mutual";
    private static final Pattern TEXT = Pattern.compile(
            "([a-z]+) ([a-z-]+) --hidden ([0-9]{1,4}(?:,[0-9]{1,4}){0,9}) --wiring ([a-z0-9.:]+)( --memory)?");

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
                    + keys(NetKind::integrates) + ", not " + kind.key());
        }
        if (!kind.takes(wiring.kind())) {
            final WiringPlan.Kind asked = wiring.kind();
            throw new IllegalArgumentException("%s takes no wiring %s: expected full, or one of %s"
                    .formatted(kind.key(), wiring.key(), keys(other -> other.takes(asked))));
        }
        if (memory && !kind.takesMemory()) {
            throw new IllegalArgumentException("%s takes no memory in front of its neurons: expected one of %s"
                    .formatted(kind.key(), keys(NetKind::takesMemory)));
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

    private static List<String> keys(final Predicate<NetKind> which) {
        return Arrays.stream(NetKind.values()).filter(which).map(NetKind::key).toList();
    }

    /**
     * With default numbers, all synapses and no memory in front.
     *
     * @param kind which
     * @param rule how its gradient is computed
     * @param hidden neurons of each layer
     * @return the plan
     */
    public static NetPlan of(final NetKind kind, final Rule rule, final List<Integer> hidden) {
        return of(kind, rule, hidden, WiringPlan.FULL, false);
    }

    /**
     * With default numbers.
     *
     * @param kind which
     * @param rule how its gradient is computed
     * @param hidden neurons of each layer
     * @param wiring which synapses it has
     * @param memory whether a long short-term memory runs in front of the neurons
     * @return the plan
     */
    public static NetPlan of(
            final NetKind kind,
            final Rule rule,
            final List<Integer> hidden,
            final WiringPlan wiring,
            final boolean memory) {
        final int subSteps = switch (kind) {
            case LTC, ENERGY -> 8;
            case CTRNN -> 4;
            case NODE, RNNODE -> 2;
            case NCPS_LTC -> ConductanceSpec.DEFAULT_UNFOLDS;
            case MLP, LSTM, GRU, CT_GRU, CFC, CFC_NO_GATE, CFC_PURE -> 1;
        };
        final double stepSize = switch (kind) {
            case CTRNN -> 0.25;
            case NODE -> 0.5;
            case RNNODE -> 0.05;
            default -> 1;
        };
        return new NetPlan(kind, rule, hidden, wiring, memory, subSteps, stepSize, 0.2, 8);
    }

    /**
     * The same network with another method of its gradient.
     *
     * @param other the method
     * @return the plan
     * @throws IllegalArgumentException in one line when it does not suit the network
     */
    public NetPlan by(final Rule other) {
        return new NetPlan(kind, other, hidden, wiring, memory, subSteps, stepSize, beta, nudgedSteps);
    }

    /**
     * The network without sizes of input and output, and without the method of its gradient.
     *
     * @return as behind {@code --net} on the command line
     */
    public String options() {
        return "%s --hidden %s --wiring %s%s"
                .formatted(
                        kind.key(),
                        hidden.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        wiring.key(),
                        memory ? " --memory" : "");
    }

    /**
     * The network and the method of its gradient, for files.
     *
     * @return what {@link #parse} takes
     */
    String text() {
        return rule.key() + " " + options();
    }

    /**
     * Reads a plan.
     *
     * @param text as {@link #text} has it
     * @return the plan
     * @throws IllegalArgumentException in one line when it is none
     */
    static NetPlan parse(final String text) {
        final Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "network '" + text + "': expected one such as 'ep ltc --hidden 64 --wiring full'");
        }
        return of(
                choice(NetKind.values(), NetKind::key, parts.group(2)),
                choice(Rule.values(), Rule::key, parts.group(1)),
                Arrays.stream(parts.group(3).split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                WiringPlan.parse(parts.group(4)),
                parts.group(5) != null);
    }

    private static <T> T choice(final T[] values, final Function<T, String> key, final String text) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text + ": expected one of "
                        + Arrays.stream(values).map(key).toList()));
    }

    /** What has to be the same where a network is trained on, by the same gradient or another one. */
    String design() {
        final boolean mutual = rule == Rule.EP && wiring.kind() != WiringPlan.Kind.FULL;
        return DESIGN + options() + (mutual ? MUTUAL : "");
    }

    /**
     * A plan of the networks of a design.
     *
     * @param design as {@link #design} has it
     * @return the plan, by a rule that makes the same network
     * @throws IllegalArgumentException in one line when it is none
     */
    static NetPlan ofDesign(final String design) {
        final boolean mutual = design.endsWith(MUTUAL);
        final String options = design.substring(
                design.startsWith(DESIGN) ? DESIGN.length() : 0, design.length() - (mutual ? MUTUAL.length() : 0));
        return parse((mutual ? Rule.EP : Rule.BPTT).key() + " " + options);
    }
}
