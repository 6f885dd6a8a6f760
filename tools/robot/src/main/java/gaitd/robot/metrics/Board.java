package gaitd.robot.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/** Values that one thread reads from their sources now and then, so that others may fetch them at any time. */
final class Board {
    private final PrometheusRegistry registry;
    private final List<Values> all = new ArrayList<>();

    Board(final PrometheusRegistry registry) {
        this.registry = registry;
    }

    /** Values of one metric; not there before they were read. */
    private static final class Values {
        private final IntToDoubleFunction source;
        private final double[] read;
        private boolean there;

        private Values(final IntToDoubleFunction source, final int count) {
            this.source = source;
            read = new double[count];
        }

        private synchronized void refresh() {
            for (int i = 0; i < read.length; i++) {
                read[i] = source.applyAsDouble(i);
            }
            there = true;
        }

        private synchronized double[] read() {
            return there ? read.clone() : new double[0];
        }
    }

    private Values values(final IntToDoubleFunction source, final int count) {
        final Values values = new Values(source, count);
        all.add(values);
        return values;
    }

    /** A value that goes up and down. */
    void gauge(final String name, final String help, final DoubleSupplier source) {
        final Values values = values(i -> source.getAsDouble(), 1);
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(out -> {
                    for (final double value : values.read()) {
                        out.call(value);
                    }
                })
                .register(registry);
    }

    /** Values that go up and down, each with a label of its own. */
    void gauges(
            final String name,
            final String help,
            final String label,
            final List<String> labels,
            final IntToDoubleFunction source) {
        final Values values = values(source, labels.size());
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(out -> {
                    final double[] read = values.read();
                    for (int i = 0; i < read.length; i++) {
                        out.call(read[i], labels.get(i));
                    }
                })
                .register(registry);
    }

    /** A value that only grows, or begins again; its name is served with {@code _total} behind it. */
    void counter(final String name, final String help, final DoubleSupplier source) {
        final Values values = values(i -> source.getAsDouble(), 1);
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(out -> {
                    for (final double value : values.read()) {
                        out.call(value);
                    }
                })
                .register(registry);
    }

    /** Reads all sources, by the caller's thread. */
    void refresh() {
        all.forEach(Values::refresh);
    }
}
