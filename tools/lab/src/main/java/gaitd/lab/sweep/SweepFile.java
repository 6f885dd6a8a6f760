package gaitd.lab.sweep;

import gaitd.lab.work.Journal;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.robot.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trials that are done, in the folder of a sweep: a line for each, and policies beside it. */
final class SweepFile {
    /** The file's name. */
    static final String NAME = "trials.jsonl";

    private static final int POINTS_MAX = 1000;

    private final Path folder;
    private final Journal journal;
    private final Map<String, TrialEnd> done = new HashMap<>();

    /**
     * Opens a file, or begins it.
     *
     * @param folder that is there
     * @param plan what is tried
     * @throws gaitd.runtime.config.ConfigException in one line when it is of another sweep, or none
     */
    SweepFile(final Path folder, final SweepPlan plan) {
        this.folder = folder;
        journal = new Journal("--out", folder.resolve(NAME), "sweep", plan.marks(), this::take);
    }

    private void take(final JsonFields line) throws FormatException {
        final int points = line.integer("points", 0, POINTS_MAX);
        final String key = key(line.text("trial"), (long) line.number("seed"), (long) line.number("iterations"));
        done.put(
                key,
                new TrialEnd(
                        number(line, "reward"),
                        number(line, "success"),
                        number(line, "length_steps"),
                        (long) line.number("done"),
                        (long) line.number("steps"),
                        line.vector("curve_steps", points),
                        line.vector("curve_reward", points),
                        line.has("failure") ? line.text("failure") : null,
                        line.has("bundle")
                                ? PolicyFiles.bytes(folder.resolve(line.text("bundle")), BundleZip.MAX_BYTES)
                                : null));
    }

    private static double number(final JsonFields line, final String key) throws FormatException {
        return line.has(key) ? line.number(key) : Double.NaN;
    }

    private static String key(final String trial, final long seed, final long iterations) {
        return trial + "\n" + seed + "\n" + iterations;
    }

    /** What a trial came to; null when it is not done. */
    TrialEnd get(final Variant variant, final long seed, final long iterations) {
        return done.get(key(variant.text(), seed, iterations));
    }

    /** How many are done. */
    int count() {
        return done.size();
    }

    /** Keeps what a trial came to. */
    void put(final Variant variant, final int number, final long seed, final long iterations, final TrialEnd end) {
        done.put(key(variant.text(), seed, iterations), end);
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("trial", variant.text());
        line.put("seed", seed);
        line.put("iterations", iterations);
        line.put("reward", end.reward());
        line.put("success", end.success());
        line.put("length_steps", end.length());
        line.put("done", end.iterations());
        line.put("steps", end.steps());
        line.put("points", end.curveSteps().length);
        line.put("curve_steps", end.curveSteps());
        line.put("curve_reward", end.curveReward());
        line.put("failure", end.failure());
        if (end.bundle() != null) {
            final String name = "policy-%d-seed-%d.zip".formatted(number + 1, seed);
            PolicyFiles.attempt(folder.resolve(name), () -> Files.write(folder.resolve(name), end.bundle()));
            line.put("bundle", name);
        }
        journal.add(line);
    }
}
