package gaitd.lab.train;

import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Rule;
import gaitd.policies.learn.WiringPlan;
import gaitd.runtime.config.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what networks an actor and a critic are, and by which gradients they learn. */
final class NetOptions {
    @Mixin
    private final StudentOptions actor = new StudentOptions();

    @Option(
            names = "--critic-learner",
            paramLabel = "RULE",
            description = "the critic's (default as --learner where that can train it, else bptt)")
    private String criticLearner;

    @Option(names = "--critic-net", paramLabel = "KIND", description = "the critic's (default as --net)")
    private String criticNet;

    @Option(
            names = "--critic-hidden",
            paramLabel = "N",
            split = ",",
            description = "the critic's (default as --hidden)")
    private List<Integer> criticHidden;

    @Option(
            names = "--critic-wiring",
            paramLabel = "NAME",
            description = "the critic's (default as --wiring where the kinds are the same, else full)")
    private String criticWiring;

    /** The actor's network. */
    NetPlan actor() {
        return actor.plan(Rule.EP);
    }

    /** A network from the texts of --net, --learner, --hidden, --wiring and --memory. */
    static NetPlan plan(
            final String learner,
            final String net,
            final List<Integer> hidden,
            final String wiring,
            final boolean memory) {
        return plan(
                choice("--net", net, NetKind.values(), NetKind::key),
                choice("--learner", learner, Rule.values(), Rule::key),
                hidden,
                wiring("--wiring", wiring),
                memory,
                "");
    }

    /** The critic's network; like the actor's where nothing else is said. */
    NetPlan critic() {
        final NetPlan like = actor();
        final NetKind kind =
                criticNet == null ? like.kind() : choice("--critic-net", criticNet, NetKind.values(), NetKind::key);
        final boolean alike = kind == like.kind();
        final Rule rule = criticLearner == null
                ? kind.learnsBy(like.rule()) ? like.rule() : Rule.BPTT
                : choice("--critic-learner", criticLearner, Rule.values(), Rule::key);
        return plan(
                kind,
                rule,
                criticHidden == null ? actor.hidden() : criticHidden,
                criticWiring == null
                        ? alike ? like.wiring() : WiringPlan.FULL
                        : wiring("--critic-wiring", criticWiring),
                alike && actor.memory(),
                "the critic: ");
    }

    private static NetPlan plan(
            final NetKind kind,
            final Rule rule,
            final List<Integer> hidden,
            final WiringPlan wiring,
            final boolean memory,
            final String whose) {
        try {
            return NetPlan.of(kind, rule, hidden, wiring, memory);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(whose + e.getMessage());
        }
    }

    private static <T> T choice(
            final String option, final String text, final T[] values, final Function<T, String> key) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new ConfigException("%s %s: expected %s"
                        .formatted(option, text, Arrays.stream(values).map(key).collect(Collectors.joining(", ")))));
    }

    private static WiringPlan wiring(final String option, final String text) {
        try {
            return WiringPlan.parse(text);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(option + ": " + e.getMessage());
        }
    }
}
