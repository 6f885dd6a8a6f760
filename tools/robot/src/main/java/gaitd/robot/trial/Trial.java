package gaitd.robot.trial;

import gaitd.policies.bundle.Bundle;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A trial that is over.
 *
 * @param bundle that was tried
 * @param config with the settings of its walk
 * @param vary preset that robots were drawn by
 * @param seeds walks of each episode and engine
 * @param missing why an engine was left out; empty when none was
 * @param rows every episode in every engine
 * @param steps lateness of the inference
 */
record Trial(
        Bundle bundle, Config config, String vary, int seeds, String missing, List<TrialRow> rows, StepTimes steps) {
    /**
     * Tries a policy; walks run on all processors, then steps are timed on one.
     *
     * @param walk the policy, alone, and its settings
     * @param engines physics
     * @param vary preset that robots are drawn by
     * @param seeds walks of each episode and engine
     * @param missing why an engine is left out, or empty
     * @param progress takes the number of walks ended since the last call, from any thread, one at a time
     * @return what was seen
     */
    static Trial run(
            final PolicyFiles.Walk walk,
            final List<Engine> engines,
            final String vary,
            final int seeds,
            final String missing,
            final LongConsumer progress) {
        final Bundle bundle = walk.policies().getFirst().bundle();
        final List<TrialEpisode> episodes = TrialEpisode.all(walk.config(), bundle.manifest());
        final List<TrialWalk> walks = new ArrayList<>();
        for (final Engine engine : engines) {
            for (final TrialEpisode episode : episodes) {
                for (long seed = 1; seed <= seeds; seed++) {
                    walks.add(new TrialWalk(episode, engine, seed));
                }
            }
        }
        final List<TriedWalk> outcomes = walks.parallelStream()
                .map(each -> {
                    final TriedWalk tried = each.run(walk);
                    synchronized (progress) {
                        progress.accept(1);
                    }
                    return tried;
                })
                .toList();
        final List<TrialRow> rows = new ArrayList<>();
        for (int first = 0; first < outcomes.size(); first += seeds) {
            rows.add(new TrialRow(
                    walks.get(first).episode(), walks.get(first).engine(), outcomes.subList(first, first + seeds)));
        }
        return new Trial(
                bundle,
                walk.config(),
                vary,
                seeds,
                missing,
                rows,
                StepTimes.measure(walk, episodes.get(1).vx()));
    }

    /** How many walks it takes. */
    static long walks(final PolicyFiles.Walk walk, final int engines, final int seeds) {
        final Bundle bundle = walk.policies().getFirst().bundle();
        return (long) TrialEpisode.all(walk.config(), bundle.manifest()).size() * engines * seeds;
    }

    /** Judgement of a row. */
    TrialVerdict verdict(final TrialRow row) {
        return new PolicyJudge(config).of(row);
    }

    /** Whether every row passed. */
    boolean passed() {
        return verdicts().allMatch(TrialVerdict::passed);
    }

    /** Judgements of all rows, lateness last. */
    Stream<TrialVerdict> verdicts() {
        return Stream.concat(rows.stream().map(this::verdict), Stream.of(steps.verdict()));
    }

    /** Engines that robots walked in. */
    List<String> engines() {
        return rows.stream().map(row -> row.engine().key()).distinct().toList();
    }
}
