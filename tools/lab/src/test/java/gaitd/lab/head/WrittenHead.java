package gaitd.lab.head;

import gaitd.runtime.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** A manifest that was written from resources of this test, and what it was written from. */
final class WrittenHead {
    /** One line a value. */
    final List<String> lines;

    private final TomlParseResult toml;

    private WrittenHead(final String text, final List<String> lines) {
        toml = Toml.parse(text);
        this.lines = lines;
    }

    static WrittenHead of(
            final Map<String, String> set,
            final Map<String, String> metadata,
            final String family,
            final int inputs,
            final String... files) {
        final HeadSources sources = new HeadSources(set);
        sources.metadata(metadata);
        for (final String file : files) {
            sources.yaml(file, resource(file));
        }
        return new WrittenHead(sources.write("test", family, inputs, Config.defaults()), sources.lines());
    }

    static String resource(final String name) {
        try (InputStream in = WrittenHead.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> texts(final String key) {
        return toml.getArray(key).toList().stream().map(String::valueOf).toList();
    }

    List<String> signals() {
        return IntStream.range(0, toml.getArray("observation").size())
                .mapToObj(i -> text("observation[" + i + "].name"))
                .toList();
    }

    private Object at(final String path) {
        final int bracket = path.indexOf('[');
        if (bracket < 0) {
            return toml.get(path);
        }
        final int index = Integer.parseInt(path.substring(bracket + 1, path.indexOf(']')));
        return toml.getArray(path.substring(0, bracket)).getTable(index).get(path.substring(path.indexOf("].") + 2));
    }

    String text(final String path) {
        return String.valueOf(at(path));
    }

    double number(final String path) {
        return ((Number) at(path)).doubleValue();
    }

    double[] numbers(final String path) {
        return ((org.tomlj.TomlArray) at(path))
                .toList().stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray();
    }
}
