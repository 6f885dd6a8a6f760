package gaitd.robot.latency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a process holds in the course of a soak, and whether it grows. */
final class UseCourse {
    /** Of the time, what a process may take to warm up. */
    private static final double WARM = 0.25;

    private final List<ProcessUse> uses = new ArrayList<>();

    void add(final ProcessUse use) {
        uses.add(use);
    }

    /**
     * How much a line through the values grows from where the process is warm to the end.
     *
     * @param what of a use
     * @return in its unit; 0 when there are fewer than three values
     */
    double growth(final ToDoubleFunction<ProcessUse> what) {
        final List<ProcessUse> warm = uses.subList((int) (WARM * uses.size()), uses.size());
        final int count = warm.size();
        if (count < 3) {
            return 0;
        }
        final double middle = (count - 1) / 2.0;
        final double mean = warm.stream().mapToDouble(what).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < count; i++) {
            above += (i - middle) * (what.applyAsDouble(warm.get(i)) - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below * (count - 1);
    }

    /** Whether nothing grew by more than a soak may show: memory 16 MB, objects 2 MB, descriptors and threads 2. */
    boolean isFlat() {
        return growth(ProcessUse::residentMb) <= 16
                && growth(ProcessUse::heapMb) <= 2
                && growth(ProcessUse::descriptors) <= 2
                && growth(ProcessUse::threads) <= 2;
    }

    /** First and last values and the growth, by name. */
    Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        put(report, "resident_mb", ProcessUse::residentMb);
        put(report, "heap_mb", ProcessUse::heapMb);
        put(report, "descriptors", ProcessUse::descriptors);
        put(report, "threads", ProcessUse::threads);
        report.put("flat", isFlat());
        return report;
    }

    private void put(final Map<String, Object> report, final String name, final ToDoubleFunction<ProcessUse> what) {
        if (!uses.isEmpty()) {
            report.put(name + "_first", what.applyAsDouble(uses.get((int) (WARM * uses.size()))));
            report.put(name + "_last", what.applyAsDouble(uses.getLast()));
        }
        report.put(name + "_growth", growth(what));
    }
}
