package gaitd.robot.metrics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics in Prometheus' text format 0.0.4, read strictly: each line is a comment that announces, or a sample of what was announced. */
final class Exposition {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"\\n]*\"(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"\\n]*\")*})? (\\S+)");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Double> values = new HashMap<>();

    /** Fails where the text is not right. */
    Exposition(final String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        String family = "";
        for (final String line : text.lines().toList()) {
            final Matcher type = TYPE.matcher(line);
            final Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                family = type.group(1);
                if (types.put(family, type.group(2)) != null) {
                    throw new AssertionError("announced twice: " + line);
                }
            } else if (sample.matches()) {
                take(family, sample);
            } else if (!HELP.matcher(line).matches()) {
                throw new AssertionError("no line of the format: " + line);
            }
        }
    }

    private void take(final String family, final Matcher sample) {
        final String name = sample.group(1);
        final boolean part = "histogram".equals(types.get(family)) || "summary".equals(types.get(family));
        if (!name.equals(family) && !(part && name.matches(Pattern.quote(family) + "_(bucket|sum|count)"))) {
            throw new AssertionError(sample.group() + " stands below " + family);
        }
        if ("counter".equals(types.get(family)) && !name.endsWith("_total")) {
            throw new AssertionError("a counter's name ends with _total: " + name);
        }
        final String text = sample.group(3);
        final double value = text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        if (values.put(name + (sample.group(2) == null ? "" : sample.group(2)), value) != null) {
            throw new AssertionError("twice: " + sample.group());
        }
    }

    Set<String> families() {
        return types.keySet();
    }

    boolean has(final String series) {
        return values.containsKey(series);
    }

    double value(final String series) {
        final Double value = values.get(series);
        if (value == null) {
            throw new AssertionError(series + " is not among " + values.keySet());
        }
        return value;
    }
}
