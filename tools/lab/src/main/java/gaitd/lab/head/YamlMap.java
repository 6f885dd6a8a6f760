package gaitd.lab.head;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names and values of a YAML file, or of a part of it.
 *
 * @param file its name
 * @param path of the part, with a dot behind each name; empty for all
 * @param values by name: texts, lists, maps and null
 */
record YamlMap(String file, String path, Map<?, ?> values) {
    boolean has(final String key) {
        return values.get(key) != null;
    }

    /** A part; empty when there is none. */
    YamlMap map(final String key) {
        return new YamlMap(file, path + key + ".", values.get(key) instanceof final Map<?, ?> map ? map : Map.of());
    }

    List<String> names() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /** A text; null when there is none. */
    String text(final String key) {
        return values.get(key) instanceof final String text ? text : null;
    }

    /** A number; NaN when there is none. */
    double number(final String key) {
        final String text = text(key);
        return text == null ? Double.NaN : JointWords.number(source(key), text);
    }

    /** Texts of a list, of lists within it, or one text; empty when there is none. */
    List<String> words(final String key) {
        final List<String> words = new ArrayList<>();
        collect(values.get(key), words);
        return words;
    }

    private static void collect(final Object value, final List<String> words) {
        if (value instanceof final String text) {
            words.add(text);
        } else if (value instanceof final List<?> list) {
            list.forEach(item -> collect(item, words));
        }
    }

    /** Pairs of a name and a number; those of a map, or of the same number for all. */
    List<String> pairs(final String key) {
        final YamlMap map = map(key);
        final Map<String, String> pairs = new LinkedHashMap<>();
        map.names().forEach(name -> pairs.put(name, map.text(name)));
        return pairs.isEmpty()
                ? words(key)
                : pairs.entrySet().stream()
                        .filter(pair -> pair.getValue() != null)
                        .map(pair -> pair.getKey() + JointWords.PAIR + pair.getValue())
                        .toList();
    }

    /** Where a value comes from. */
    String source(final String key) {
        return file + " " + path + key;
    }
}
