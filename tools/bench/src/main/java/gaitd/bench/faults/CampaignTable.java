package gaitd.bench.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Outcomes as text: a line for each component and type, totals, and every run that was neither noticed nor harmless. */
final class CampaignTable {
    private static final String HEAD = "%-30s %4s %4s %4s %4s  %-22s %-14s %10s %5s %5s %5s %6s %6s  %s";

    private final List<TrialOutcome> outcomes;

    CampaignTable(final List<TrialOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** Lines of the table. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add(HEAD.formatted(
                "component.type",
                "runs",
                "seen",
                "harm",
                "open",
                "seen after ms (50 %, max)",
                "acts max ms",
                "torque N m",
                "past",
                "fell",
                "alone",
                "driven",
                "beyond",
                "first noticed as, reaction"));
        byCell().forEach((cell, runs) -> lines.add(line(cell, runs)));
        return lines;
    }

    private Map<String, List<TrialOutcome>> byCell() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(TrialOutcome::cell, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(final String cell, final List<TrialOutcome> runs) {
        final double[] seenMs = runs.stream()
                .filter(run -> !run.detected().isEmpty())
                .mapToDouble(TrialOutcome::detectionMs)
                .sorted()
                .toArray();
        final double actsMs = runs.stream()
                .mapToDouble(TrialOutcome::reactionMs)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        return HEAD.formatted(
                cell,
                runs.size(),
                seenMs.length,
                runs.stream().filter(TrialOutcome::isHarmless).count(),
                runs.stream().filter(TrialOutcome::isOpen).count(),
                seenMs.length == 0 ? "-" : number(seenMs[seenMs.length / 2]) + ", " + number(seenMs[seenMs.length - 1]),
                Double.isNaN(actsMs) ? "-" : number(actsMs),
                number(runs.stream().mapToDouble(TrialOutcome::torqueNm).max().orElse(0)),
                "%.2f"
                        .formatted(runs.stream()
                                .mapToDouble(TrialOutcome::pastRad)
                                .max()
                                .orElse(0)),
                runs.stream().filter(TrialOutcome::fell).count(),
                runs.stream().filter(TrialOutcome::fellAlone).count(),
                runs.stream().filter(TrialOutcome::drivenLying).count(),
                runs.stream().mapToInt(TrialOutcome::commandsBeyond).sum(),
                notices(runs));
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    /** What was noticed, most often first; where nothing was, why it does no harm. */
    private static String notices(final List<TrialOutcome> runs) {
        final Map<String, Integer> counts = new TreeMap<>();
        for (final TrialOutcome run : runs) {
            if (!run.detected().isEmpty()) {
                counts.merge(run.detected() + " (" + run.reaction() + ")", 1, Integer::sum);
            } else if (run.isHarmless()) {
                counts.merge(run.harmless().replaceFirst(":.*", ""), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Totals, then every open run. */
    List<String> totals() {
        final CampaignTotals totals = CampaignTotals.of(outcomes);
        final List<String> lines = new ArrayList<>();
        lines.add(
                "%d runs of %d components and types: %.1f %% noticed or harmless (%d noticed, %d harmless, %d neither); fell %d, alone %d; driven while lying %d; commands beyond a limit %d"
                        .formatted(
                                outcomes.size(),
                                byCell().size(),
                                100 * totals.share(),
                                totals.noticed(),
                                totals.harmless(),
                                totals.open(),
                                totals.fell(),
                                totals.fellAlone(),
                                totals.drivenLying(),
                                totals.commandsBeyond()));
        outcomes.stream()
                .filter(run -> run.isOpen() || run.drivenLying() || run.commandsBeyond() > 0)
                .map(CampaignTable::named)
                .forEach(lines::add);
        return lines;
    }

    private static String named(final TrialOutcome run) {
        final StringBuilder text =
                new StringBuilder("%s, %s, seed %d:".formatted(run.fault(), run.activity(), run.seed()));
        text.append(run.isOpen() ? " not noticed" : "");
        text.append(run.blind() ? " goes on, and a later fall is not noticed" : "");
        text.append(run.fell() ? " fell" : "");
        text.append(run.drivenLying() ? " driven while lying" : "");
        if (run.commandsBeyond() > 0) {
            text.append(" %d commands beyond a limit, first %s".formatted(run.commandsBeyond(), run.firstBeyond()));
        }
        return text.append(" ends ")
                .append(run.endPose())
                .append(" in ")
                .append(run.endMode())
                .toString();
    }
}
