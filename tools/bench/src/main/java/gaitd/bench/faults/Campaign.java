package gaitd.bench.faults;

import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.Config;
import gaitd.sim.env.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Runs cases, several at once; each depends on itself alone. */
final class Campaign {
    private final double watchS;
    private final Config config = Config.defaults();
    private final PolicyFiles.Walk policy = PolicyFiles.walk(List.of(TrainedPolicies.BEST), null, config);
    private final Map<TrialCase, Long> cleanDigests = new ConcurrentHashMap<>();

    /**
     * A campaign.
     *
     * @param watchS how long robots are watched after a fault, s
     */
    Campaign(final double watchS) {
        this.watchS = watchS;
    }

    /**
     * Runs cases.
     *
     * @param cases the runs
     * @param threads how many at once
     * @param done takes each outcome, in the order in which they end; called by one thread at a time
     * @return cases whose robot did not get to its activity
     */
    List<TrialCase> run(final List<TrialCase> cases, final int threads, final Consumer<TrialOutcome> done) {
        final List<TrialCase> stranded = new ArrayList<>();
        final IntConsumer task = i -> {
            final TrialOutcome outcome = outcome(cases.get(i));
            synchronized (stranded) {
                if (outcome == null) {
                    stranded.add(cases.get(i));
                } else {
                    done.accept(outcome);
                }
            }
        };
        try (Workers workers = new Workers(threads)) {
            workers.run(cases.size(), task);
        }
        return stranded;
    }

    private TrialOutcome outcome(final TrialCase one) {
        final FaultTrial trial = trial(one, true);
        final TrialOutcome outcome = trial.run();
        if (outcome == null || outcome.detected().isEmpty()) {
            return outcome == null || outcome.harmless().isEmpty() || trial.digest() != cleanDigest(one.clean())
                    ? outcome
                    : outcome.withHarmless("no command depends on it");
        }
        final TrialOutcome alone = trial(one, false).run();
        return outcome.withAlone(alone != null && alone.fell());
    }

    private FaultTrial trial(final TrialCase one, final boolean guards) {
        final long guardsOff = guards ? 0 : Unguarded.OFF;
        return one.activity() == Activity.POLICY
                ? new FaultTrial(one, policy.config(), guardsOff, policy.policies(), watchS)
                : new FaultTrial(one, config, guardsOff, List.of(), watchS);
    }

    private long cleanDigest(final TrialCase clean) {
        return cleanDigests.computeIfAbsent(clean, key -> {
            final FaultTrial trial = trial(key, true);
            trial.run();
            return trial.digest();
        });
    }
}
