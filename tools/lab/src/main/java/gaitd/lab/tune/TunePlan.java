package gaitd.lab.tune;

import gaitd.lab.eval.WalkTest;
import gaitd.robot.publication.Publication;
import gaitd.robot.record.LogFacts;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search; the same plan gives the same figures, whoever does the work.
 *
 * @param settings what is looked for
 * @param present all settings that it begins with
 * @param grounds names of grounds
 * @param test definition of every walk, with the seed of the search
 * @param aim what is better
 * @param candidates how many settings are tried, about
 * @param population of a generation
 * @param checked walks on each ground, of other seeds, by which the result is told
 */
record TunePlan(
        List<TunedSetting> settings,
        Config present,
        List<String> grounds,
        WalkTest test,
        Aim aim,
        int candidates,
        int population,
        int checked) {
    /** Share of each range that the present settings are at. */
    double[] start() {
        return settings.stream()
                .mapToDouble(each -> each.share(present.get(each.setting())))
                .toArray();
    }

    /** Values of some shares. */
    double[] values(final double[] shares) {
        final double[] values = new double[shares.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = settings.get(i).value(shares[i]);
        }
        return values;
    }

    /** Values that the present settings have, also outside of the ranges. */
    double[] presentValues() {
        return settings.stream()
                .mapToDouble(each -> present.get(each.setting()))
                .toArray();
    }

    /** All settings of a candidate; none where its values contradict each other. */
    Optional<Config> config(final double[] values) {
        try {
            final Config.Builder builder = present.change();
            for (int i = 0; i < values.length; i++) {
                builder.set(settings.get(i).setting(), values[i], "tune");
            }
            return Optional.of(builder.conclude());
        } catch (final ConfigException e) {
            return Optional.empty();
        }
    }

    /** Walks of another number and seed. */
    WalkTest walks(final int episodes, final long seed) {
        return new WalkTest(
                test.engine(),
                episodes,
                List.of(seed),
                test.vx(),
                test.vy(),
                test.yawRate(),
                test.distanceM(),
                test.limitS(),
                test.faults(),
                test.task());
    }

    /** Seed of the search. */
    long seed() {
        return test.seeds().getFirst();
    }

    /** All of it by name; two searches of equal marks have equal figures. How long they go on is no part of it. */
    Map<String, Object> marks() {
        final Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("search", settings.stream().map(TunedSetting::text).toList());
        marks.put("program", Version.TEXT);
        marks.put("settings_sha256", sha256(LogFacts.toml(present)));
        marks.put("grounds", grounds);
        marks.put("engine", test.engine().key());
        marks.put("walks", test.episodes());
        marks.put("seed", seed());
        marks.put("vx", test.vx());
        marks.put("vy", test.vy());
        marks.put("yaw", test.yawRate());
        marks.put("reward_sha256", sha256(test.task().text()));
        marks.put("population", population);
        marks.put("score", aim.byReward() ? "reward of " + test.task().name() : "success");
        marks.put("power_weight", aim.powerWeight());
        marks.put("velocity_weight", aim.velocityWeight());
        return marks;
    }

    private static String sha256(final String text) {
        return Publication.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
