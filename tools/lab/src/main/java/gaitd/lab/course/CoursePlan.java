package gaitd.lab.course;

import gaitd.lab.walks.Subject;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import gaitd.sim.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides every figure of a course.
 *
 * @param ladders conditions
 * @param isShort whether they are cut to two levels each
 * @param subjects policies, with the settings of nominal robots
 * @param config of nominal robots without a policy
 * @param engine physics
 * @param walks at each level
 * @param seed decides whatever is drawn
 */
record CoursePlan(
        List<CourseLadder> ladders,
        boolean isShort,
        List<Subject> subjects,
        Config config,
        Engine engine,
        int walks,
        long seed) {
    private static final String DEFAULT = "default";

    /** Walks of all policies at all levels. */
    long total() {
        return (long) walks
                * subjects.size()
                * ladders.stream().mapToInt(ladder -> ladder.rungs().size()).sum();
    }

    /** Seed of the walks at a level: no two levels have the same, and the short course has those of the whole. */
    long seed(final CourseLadder ladder, final CourseRung rung) {
        return RandomStream.seed(RandomStream.seed(seed, ladder.name().hashCode()), Double.hashCode(rung.level()));
    }

    /** All of it by name; two courses of equal marks have equal figures. */
    Map<String, Object> marks() {
        final Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("course", Course.VERSION);
        marks.put("program", Version.TEXT);
        marks.put("engine", engine.key());
        marks.put("walks", walks);
        marks.put("seed", seed);
        marks.put("short", isShort);
        marks.put("conditions", ladders.stream().map(CourseLadder::name).toList());
        marks.put("settings", settings());
        marks.put("policies", subjects.stream().map(Subject::name).toList());
        marks.put("sha256", subjects.stream().map(CoursePlan::sha256).toList());
        return marks;
    }

    /** Hash of a policy's bundle, {@code none} for the walk without one. */
    static String sha256(final Subject subject) {
        return subject.fit() == null ? "none" : subject.fit().bundle().sha256();
    }

    /** Settings that somebody made. */
    private List<String> settings() {
        final List<String> made = new ArrayList<>();
        for (final Setting setting : Setting.values()) {
            if (!config.origin(setting).equals(DEFAULT)) {
                made.add(setting.key + " = " + config.get(setting));
            }
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            if (!config.origin(setting).equals(DEFAULT)) {
                made.add(setting.key + " = " + config.get(setting));
            }
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            if (!config.origin(setting).equals(DEFAULT)) {
                made.add(setting.key + " = [" + config.low(setting) + ", " + config.high(setting) + "]");
            }
        }
        return made;
    }
}
