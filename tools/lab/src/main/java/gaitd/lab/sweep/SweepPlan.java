package gaitd.lab.sweep;

import gaitd.lab.train.TrainPlan;
import gaitd.lab.train.TrainTask;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.VectorEnv;
import gaitd.robot.publication.Publication;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.sim.task.A1Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sweep; the same plan gives the same figures, whoever does the work.
 *
 * @param taskName as given
 * @param task the robot's task, null for a textbook one
 * @param base options of all trials as arguments of {@code train}, by their names without dashes
 * @param axes what differs
 * @param how {@code grid} or {@code random}
 * @param variants all that are tried
 * @param halving how long each
 * @param seed first of the seeds of each, which also decided what was drawn
 * @param seeds how many
 */
record SweepPlan(
        String taskName,
        A1Task task,
        LinkedHashMap<String, List<String>> base,
        List<Axis> axes,
        String how,
        List<Variant> variants,
        Halving halving,
        long seed,
        int seeds) {
    /** Arguments of {@code train} for a variant. */
    ArrayList<String> arguments(final Variant variant) {
        final ArrayList<String> arguments = new ArrayList<>(List.of(taskName));
        final var all = TrialLine.options();
        base.forEach((key, values) -> {
            if (!variant.values().containsKey(key)) {
                arguments.addAll(values);
            }
        });
        variant.values().forEach((key, value) -> {
            final Class<?> type = all.findOption("--" + key).type();
            if (type != boolean.class) {
                arguments.add("--" + key + "=" + (type == List.class ? value.replace('x', ',') : value));
            } else if (value.equals("true")) {
                arguments.add("--" + key);
            } else if (!value.equals("false")) {
                throw new ConfigException(key + "=" + value + ": expected true or false");
            }
        });
        return arguments;
    }

    /**
     * Plans every training, before any is begun.
     *
     * @return iterations of each variant's whole plan
     * @throws ConfigException in one line, which names the variant, when one cannot be trained
     */
    List<Long> iterations() {
        final List<Long> iterations = new ArrayList<>();
        for (final Variant variant : variants) {
            try {
                final TrainPlan plan = TrialLine.plan(arguments(variant), task, seed);
                fits(plan);
                iterations.add(plan.iterations());
            } catch (final ConfigException | IllegalArgumentException e) {
                throw new ConfigException("the trial " + variant.text() + ": " + e.getMessage());
            }
        }
        return iterations;
    }

    private static void fits(final TrainPlan plan) {
        final TrainTask task = plan.task();
        try (VectorEnv env = task.make(1, 1)) {
            Nets.of(plan.net(), env.observations(), env.actions());
            Nets.of(plan.criticNet(), env.observations(), 1);
        }
    }

    /** A piece of the work. */
    TrialUnit unit(final Variant variant, final long trialSeed, final long iterations) {
        return new TrialUnit(
                arguments(variant),
                task == null ? null : task.text(),
                task == null ? null : task.name(),
                trialSeed,
                iterations);
    }

    /** All of it by name; two sweeps of equal marks have equal figures. */
    Map<String, Object> marks() {
        final Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("sweep", taskName);
        marks.put("program", Version.TEXT);
        marks.put(
                "task_sha256",
                task == null ? "none" : Publication.sha256(task.text().getBytes(StandardCharsets.UTF_8)));
        marks.put(
                "options",
                String.join(" ", base.values().stream().flatMap(List::stream).toList()));
        marks.put("by", how);
        marks.put("seed", seed);
        marks.put("seeds", seeds);
        marks.put("halving", halving.rungs() == 1 ? "none" : "eta " + halving.eta() + ", rungs " + halving.rungs());
        marks.put("trials", variants.stream().map(Variant::text).toList());
        return marks;
    }
}
