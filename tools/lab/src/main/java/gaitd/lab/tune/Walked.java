package gaitd.lab.tune;

import gaitd.lab.eval.Evaluation;
import gaitd.lab.walks.Subject;
import gaitd.lab.work.Journal;
import gaitd.lab.work.WorkPool;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.runtime.config.Config;
import gaitd.sim.cases.FieldCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks that are done, in a file; others are walked when they are asked for. */
final class Walked {
    /** The file's name. */
    static final String NAME = "candidates.jsonl";

    private final TunePlan plan;
    private final WorkPool pool;
    private final Journal journal;
    private final Map<String, List<GroundFigures>> done = new HashMap<>();

    /**
     * Opens a file, or begins it.
     *
     * @param folder that is there
     * @param plan what is looked for
     * @param pool walks
     * @throws gaitd.runtime.config.ConfigException in one line when it is of another search, or none
     */
    Walked(final Path folder, final TunePlan plan, final WorkPool pool) {
        this.plan = plan;
        this.pool = pool;
        journal = new Journal("--out", folder.resolve(NAME), "search", plan.marks(), this::take);
    }

    private void take(final JsonFields line) throws FormatException {
        final double[] values = line.vector("values", plan.settings().size());
        final List<GroundFigures> figures = new ArrayList<>();
        for (final JsonFields ground : line.objects("grounds")) {
            figures.add(GroundFigures.read(ground));
        }
        done.put(key(values, (long) line.number("seed"), figures.getFirst().walks()), figures);
    }

    private static String key(final double[] values, final long seed, final int walks) {
        return Arrays.toString(values) + " " + seed + " " + walks;
    }

    /** How many are done. */
    int count() {
        return done.size();
    }

    /**
     * Figures of settings.
     *
     * @param values of what is looked for
     * @param config all settings
     * @param walks on each ground
     * @param seed of the walks
     * @return for each ground
     */
    List<GroundFigures> figures(final double[] values, final Config config, final int walks, final long seed) {
        final String key = key(values, seed, walks);
        final List<GroundFigures> known = done.get(key);
        if (known != null) {
            return known;
        }
        final Evaluation evaluation = new Evaluation(plan.walks(walks, seed), ended -> {});
        final List<Subject> subjects = List.of(Subject.baseline(config));
        final List<GroundFigures> figures = new ArrayList<>();
        for (final String ground : plan.grounds()) {
            figures.add(GroundFigures.of(evaluation
                    .run(pool, subjects, ground, FieldCase.NOMINAL.name())
                    .getFirst()));
        }
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("values", values);
        line.put("seed", seed);
        line.put("grounds", figures.stream().map(GroundFigures::json).toList());
        journal.add(line);
        done.put(key, figures);
        return figures;
    }
}
