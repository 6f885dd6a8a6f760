package gaitd.lab.sweep;

import gaitd.lab.train.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Follows a training. */
final class TrialCurve implements Consumer<Progress> {
    private static final int POINTS = 50;
    private static final int LAST_SHARE = 10;

    private final long every;
    private final List<Progress> rows = new ArrayList<>();

    /**
     * A curve without iterations.
     *
     * @param iterations of the whole plan, also where it is not followed to its end
     */
    TrialCurve(final long iterations) {
        every = (iterations + POINTS - 1) / POINTS;
    }

    @Override
    public void accept(final Progress row) {
        rows.add(row);
    }

    /** What it came to. */
    TrialEnd end(final String failure, final byte[] bundle) {
        final List<Progress> shown = rows.stream()
                .filter(row -> row.iteration() % every == 0 && Double.isFinite(row.reward()))
                .toList();
        return new TrialEnd(
                last(Progress::reward),
                last(Progress::success),
                last(Progress::length),
                rows.size(),
                rows.isEmpty() ? 0 : rows.getLast().steps(),
                shown.stream().mapToDouble(Progress::steps).toArray(),
                shown.stream().mapToDouble(Progress::reward).toArray(),
                failure,
                bundle);
    }

    private double last(final ToDoubleFunction<Progress> value) {
        final int count = (rows.size() + LAST_SHARE - 1) / LAST_SHARE;
        return rows.subList(rows.size() - count, rows.size()).stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
