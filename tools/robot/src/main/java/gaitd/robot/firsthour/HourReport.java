package gaitd.robot.firsthour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found step by step, the last try of each. */
final class HourReport {
    private final Map<String, Map<String, Object>> steps = new LinkedHashMap<>();
    private int expected;
    private int passed;

    void expect(final int count) {
        expected = count;
    }

    void add(final HourStep step, final Found found) {
        final Map<String, Object> before = steps.get(step.name());
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("part", step.part().toString());
        line.put("step", step.name());
        line.put("passed", found.passed());
        line.put("tries", before == null ? 1 : 1 + (int) before.get("tries"));
        line.put("found", found.text());
        steps.put(step.name(), line);
        passed += found.passed() ? 1 : 0;
    }

    /** Whether every step that was to be done has passed. */
    boolean isComplete() {
        return passed == expected && expected > 0;
    }

    int passed() {
        return passed;
    }

    int expected() {
        return expected;
    }

    /** Lines for programs, in order. */
    List<Map<String, Object>> lines() {
        return new ArrayList<>(steps.values());
    }
}
