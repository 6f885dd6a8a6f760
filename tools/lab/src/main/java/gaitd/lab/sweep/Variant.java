package gaitd.lab.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a trial has of its own.
 *
 * @param values of options of {@code train}, by their names without dashes
 */
record Variant(LinkedHashMap<String, String> values) {
    /** The values in one line, such as {@code rate=0.001 hidden=32}. */
    String text() {
        return values.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    }
}
