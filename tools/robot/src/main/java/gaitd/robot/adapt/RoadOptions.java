package gaitd.robot.adapt;

import gaitd.policies.learn.LearnedWeights;
import gaitd.policies.learn.Rule;
import gaitd.policies.text.Words;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of how a policy is adapted. */
public final class RoadOptions {
    private static final int ROBOTS = 16;
    private static final double STEPS_MAX = 1e9;
    private static final String DEFAULT = "default";
    private static final double OWN_DEVIATION = 0.1;
    private static final double OWN_HOLD_S = 0.25;
    private static final double RATE_MAX = 1e6;
    private static final double WATCH_MAX_S = 3600;
    private static final String ROAD = "--adapt-road";
    private static final String WATCH = "--adapt-watch";
    private static final String STEPS = "--adapt-steps";
    private static final String RATE = "--adapt-rate";
    private static final String RULE = "--adapt-rule";
    private static final String WEIGHTS = "--adapt-weights";

    @Option(
            names = ROAD,
            paramLabel = "NAME",
            defaultValue = "belief",
            description =
                    "where candidates come from: belief, robots simulated as this one is believed to be; own, a model of"
                            + " what the robot's own steps gave; replay, PPO on these steps; published, what the fleet is given"
                            + " (default ${DEFAULT-VALUE})")
    private AdaptRoad road;

    @Option(
            names = WATCH,
            paramLabel = "S",
            defaultValue = "20",
            description = "walking time before a candidate is trained (default ${DEFAULT-VALUE})")
    private double watchS;

    @Option(
            names = STEPS,
            paramLabel = "N",
            defaultValue = "50000",
            description = "policy steps of simulated robots for a candidate (default ${DEFAULT-VALUE})")
    private long steps;

    @Option(
            names = RATE,
            paramLabel = "N",
            defaultValue = "2500",
            description = "of them in a second of the robot (default ${DEFAULT-VALUE})")
    private double stepsPerS;

    @Option(
            names = RULE,
            paramLabel = "RULE",
            description =
                    "how belief and replay compute gradients: ep, bptt or adjoint (default the rule that the policy learned by)")
    private Rule rule;

    @Option(
            names = WEIGHTS,
            paramLabel = "WHICH",
            defaultValue = "all",
            description =
                    "what replay learns: all weights, output (its weights and biases) or biases (default ${DEFAULT-VALUE})")
    private LearnedWeights weights;

    @Mixin
    private PublishedOptions published;

    RoadOptions() {}

    /**
     * How to adapt.
     *
     * @param config of the control loop
     * @param seed decides what is drawn
     * @return the plan
     * @throws ConfigException in one line when an option is out of range
     */
    public AdaptPlan plan(final Config config, final long seed) {
        Inputs.inRange(WATCH, watchS, 1, WATCH_MAX_S, "s");
        Inputs.inRange(STEPS, (double) steps, 1, STEPS_MAX, "");
        Inputs.inRange(RATE, stepsPerS, 1, RATE_MAX, "");
        if (rule != null && road == AdaptRoad.OWN) {
            throw new ConfigException(RULE + " " + rule.key() + ": " + ROAD + " " + Words.lower(road)
                    + " computes no gradients; expected " + ROAD + " " + Words.lower(AdaptRoad.BELIEF) + " or "
                    + Words.lower(AdaptRoad.REPLAY));
        }
        if (weights != LearnedWeights.ALL && road != AdaptRoad.REPLAY) {
            throw new ConfigException(WEIGHTS + " " + Words.lower(weights) + " belongs to " + ROAD + " "
                    + Words.lower(AdaptRoad.REPLAY) + "; expected it, or no " + WEIGHTS);
        }
        return new AdaptPlan(
                road,
                watchS,
                steps,
                stepsPerS,
                ROBOTS,
                1,
                config.get(Setting.ADAPT_WINDOW_S),
                config.get(Setting.ADAPT_BOX),
                config.get(Setting.ADAPT_DEVIATION),
                rule,
                weights,
                seed,
                published.source(road));
    }

    /**
     * Sets the exploration and the windows that suit the robot's own steps, where nothing else is said about them.
     *
     * @param builder changed in place
     * @return the builder
     */
    public Config.Builder suit(final Config.Builder builder) {
        if (road == AdaptRoad.OWN || road == AdaptRoad.REPLAY) {
            final Config given = builder.conclude();
            suit(builder, given, Setting.ADAPT_DEVIATION, OWN_DEVIATION);
            suit(builder, given, Setting.ADAPT_HOLD_S, OWN_HOLD_S);
        }
        return builder;
    }

    private static void suit(
            final Config.Builder builder, final Config given, final Setting setting, final double value) {
        if (DEFAULT.equals(given.origin(setting))) {
            builder.set(setting, value, ROAD);
        }
    }

    /**
     * Where candidates come from, for tables.
     *
     * @return the road, with the rule where another than the policy's is asked for
     */
    public String name() {
        return Words.lower(road)
                + (rule == null ? "" : " by " + rule.key())
                + (weights == LearnedWeights.ALL ? "" : ", " + Words.lower(weights));
    }

    /**
     * The same options for another process.
     *
     * @return flags and values
     */
    List<String> arguments() {
        final List<String> arguments = new ArrayList<>(List.of(
                ROAD,
                Words.lower(road),
                WATCH,
                Double.toString(watchS),
                STEPS,
                Long.toString(steps),
                RATE,
                Double.toString(stepsPerS)));
        if (rule != null) {
            arguments.addAll(List.of(RULE, rule.key()));
        }
        if (road == AdaptRoad.REPLAY) {
            arguments.addAll(List.of(WEIGHTS, Words.lower(weights)));
        }
        arguments.addAll(published.arguments());
        return arguments;
    }
}
