package gaitd.lab.train;

import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Rule;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what network is to learn, and by which gradient. */
public final class StudentOptions {
    @Option(
            names = "--learner",
            paramLabel = "RULE",
            description = "ep, bptt or adjoint (default ep for train, bptt for imitate)")
    private String learner;

    @Option(
            names = "--net",
            paramLabel = "KIND",
            defaultValue = "ltc",
            description =
                    "ltc, ncps-ltc, energy, mlp, ctrnn, node, rnnode, lstm, gru, ct-gru, cfc, cfc-no-gate or cfc-pure"
                            + " (default ${DEFAULT-VALUE})")
    private String net;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            defaultValue = "64",
            description = "neurons of each layer (default ${DEFAULT-VALUE})")
    private List<Integer> hidden;

    @Option(
            names = "--wiring",
            paramLabel = "NAME",
            defaultValue = "full",
            description = "full, random:SPARSITY[:SEED] or ncp:SPARSITY[:SEED] (default ${DEFAULT-VALUE})")
    private String wiring;

    @Option(names = "--memory", description = "a long short-term memory in front of ncps-ltc or cfc neurons")
    private boolean memory;

    /**
     * The network.
     *
     * @param usual how its gradient is computed where none is given
     * @return checked
     * @throws gaitd.runtime.config.ConfigException in one line when the options do not fit each other
     */
    public NetPlan plan(final Rule usual) {
        return NetOptions.plan(learner == null ? usual.key() : learner, net, hidden, wiring, memory);
    }

    /** Neurons of each layer. */
    List<Integer> hidden() {
        return hidden;
    }

    /** Whether there is a memory in front. */
    boolean memory() {
        return memory;
    }
}
