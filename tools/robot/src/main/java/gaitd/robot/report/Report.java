package gaitd.robot.report;

import gaitd.policies.text.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A flat, machine-readable result with units in its keys, in the order the values were put. */
public final class Report {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a value.
     *
     * @param key its name, with its unit
     * @param value what {@link JsonWriter} knows
     * @return this
     */
    public Report put(final String key, final Object value) {
        values.put(key, value);
        return this;
    }

    /**
     * Adds the percentiles of a distribution of nanoseconds, in microseconds.
     *
     * @param key its name, ending in {@code _us}
     * @param histogram values in ns, not modified
     * @return this
     */
    public Report putPercentiles(final String key, final Histogram histogram) {
        final Map<String, Double> us = new LinkedHashMap<>();
        us.put("p50", histogram.getValueAtPercentile(50) / 1e3);
        us.put("p99", histogram.getValueAtPercentile(99) / 1e3);
        us.put("p99_9", histogram.getValueAtPercentile(99.9) / 1e3);
        us.put("max", histogram.getMaxValue() / 1e3);
        values.put(key, us);
        return this;
    }

    /**
     * A value put before.
     *
     * @param key its name
     * @return the value, null when there is none
     */
    public Object get(final String key) {
        return values.get(key);
    }

    /**
     * The report as JSON.
     *
     * @return JSON text
     */
    public String json() {
        return JsonWriter.line(values);
    }

    /**
     * Writes the report as JSON: to a temporary file beside it first, then moved, so that no reader sees half of it.
     *
     * @param file where to; replaced when it is there. A link is followed; what is no file, as a pipe or a device, is written into
     * @throws IOException when the folder is missing or may not be written
     */
    public void write(final Path file) throws IOException {
        final String text = JsonWriter.lines(values);
        final boolean there = Files.exists(file);
        if (there && !Files.isRegularFile(file)) {
            Files.writeString(file, text);
            return;
        }
        final Path target = there ? file.toRealPath() : file.toAbsolutePath();
        final Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
