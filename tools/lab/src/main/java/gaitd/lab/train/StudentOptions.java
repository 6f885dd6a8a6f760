package gaitd.lab.train;

import gaitd.policies.learn.NetPlan;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what network a student is, and by which gradient it learns. */
public final class StudentOptions {
    @Option(
            names = "--learner",
            paramLabel = "RULE",
            defaultValue = "bptt",
            description = "bptt, adjoint or ep (default ${DEFAULT-VALUE})")
    private String learner;

    @Option(
            names = "--net",
            paramLabel = "KIND",
            defaultValue = "ltc",
            description = "as those of 'gaitd train' (default ${DEFAULT-VALUE})")
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
     * The student's network.
     *
     * @return checked
     * @throws gaitd.runtime.config.ConfigException in one line when the options do not fit each other
     */
    public NetPlan plan() {
        return NetOptions.plan(net, learner, hidden, wiring, memory);
    }
}
