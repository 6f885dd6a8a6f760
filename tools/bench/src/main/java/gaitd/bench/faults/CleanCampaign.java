package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.sim.env.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Walks of robots that work, to count guards that trip for nothing. */
final class CleanCampaign {
    private static final double S_PER_HOUR = 3600;

    private final List<CleanOutcome> outcomes;

    /**
     * Walks.
     *
     * @param hours simulated walking time, at least, were there no end before its time
     * @param threads how many at once
     * @param progress takes the number of walks that ended
     */
    CleanCampaign(final double hours, final int threads, final LongConsumer progress) {
        final int walks = walks(hours);
        final CleanOutcome[] ended = new CleanOutcome[walks];
        try (Workers workers = new Workers(threads)) {
            workers.run(walks, i -> {
                ended[i] = run(CleanCase.of(i));
                synchronized (ended) {
                    progress.accept(1);
                }
            });
        }
        outcomes = List.of(ended);
    }

    /** How many walks that many hours are. */
    static int walks(final double hours) {
        return (int) Math.ceil(hours * S_PER_HOUR / CleanWalk.WALK_S);
    }

    private static CleanOutcome run(final CleanCase walk) {
        final Config config = walk.condition().noisy(Config.defaults());
        if (walk.activity() != Activity.POLICY) {
            return new CleanWalk(walk, config, List.of()).run();
        }
        final PolicyFiles.Walk policy = PolicyFiles.walk(List.of(TrainedPolicies.BEST), null, config);
        return new CleanWalk(walk, policy.config(), policy.policies()).run();
    }

    double hours() {
        return outcomes.stream().mapToDouble(CleanOutcome::seconds).sum() / S_PER_HOUR;
    }

    long falseTrips() {
        return outcomes.stream().filter(CleanOutcome::isFalseTrip).count();
    }

    /** Totals, false trips by fault, then every one of them. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add("%.2f h in %d walks: %d false trips, %d falls"
                .formatted(
                        hours(),
                        outcomes.size(),
                        falseTrips(),
                        outcomes.stream().filter(CleanOutcome::toppled).count()));
        byFault().forEach((fault, trips) -> lines.add("%6d %s".formatted(trips, fault)));
        outcomes.stream()
                .filter(CleanOutcome::isFalseTrip)
                .map(CleanCampaign::line)
                .forEach(lines::add);
        outcomes.stream().filter(CleanOutcome::toppled).map(CleanCampaign::line).forEach(lines::add);
        return lines;
    }

    private static String line(final CleanOutcome end) {
        final CleanCase walk = end.walk();
        return "walk %d, %s on %s, %s: %s after %.1f s%s"
                .formatted(
                        walk.number(),
                        walk.activity().key,
                        walk.ground(),
                        walk.condition(),
                        end.fell() ? "fell" : "%s of %.4g".formatted(end.fault(), end.value()),
                        end.seconds(),
                        end.joint() < 0 ? "" : ", " + A1.jointName(end.joint()));
    }

    private Map<String, Integer> byFault() {
        final Map<String, Integer> counts = new TreeMap<>();
        outcomes.stream().filter(CleanOutcome::isFalseTrip).forEach(end -> counts.merge(end.fault(), 1, Integer::sum));
        return counts;
    }

    Report report() {
        return new Report()
                .put("hours", hours())
                .put("walks", outcomes.size())
                .put("false_trips", falseTrips())
                .put("falls", outcomes.stream().filter(CleanOutcome::toppled).count())
                .put("false_trips_by_fault", byFault())
                .put(
                        "ends",
                        outcomes.stream()
                                .filter(end -> end.toppled() || end.isFalseTrip())
                                .map(CleanCampaign::line)
                                .toList());
    }
}
