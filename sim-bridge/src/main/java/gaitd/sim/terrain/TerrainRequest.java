package gaitd.sim.terrain;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed terrain name: {@code kind:value,...,key=value,...}, values in the order of the kind's parameters.
 *
 * <p>Made by {@link Terrains#parse}; read by the generators.
 */
final class TerrainRequest {
    /** The whole name. */
    final String name;
    /** Seed of whatever is drawn. */
    final long seed;
    /** The file of kinds that are read from one, else null. */
    final Path file;

    private final TerrainKind kind;
    private final double[] values;

    /**
     * Parses a name.
     *
     * @param kind before the colon
     * @param name the whole name
     * @param rest after the colon, null without one
     * @param seed seed of whatever is drawn
     * @throws IllegalArgumentException in one line when something is missing, unknown, given twice or out of range
     */
    TerrainRequest(final TerrainKind kind, final String name, final String rest, final long seed) {
        this.kind = kind;
        this.name = name;
        this.seed = seed;
        final List<TerrainParameter> parameters = kind.parameters();
        this.values = new double[parameters.size()];
        Arrays.fill(values, Double.NaN);
        String left = rest;
        if (kind.readsFile()) {
            final int end = fileEnd(rest == null ? "" : rest);
            if (end == 0) {
                throw refusal("its file is missing");
            }
            file = path(rest.substring(0, end));
            left = end == rest.length() ? null : rest.substring(end + 1);
        } else {
            file = null;
        }
        if (left != null) {
            take(left.split(",", -1));
        }
        for (int i = 0; i < values.length; i++) {
            final TerrainParameter parameter = parameters.get(i);
            if (Double.isNaN(values[i])) {
                if (parameter.isNeeded()) {
                    throw refusal("its " + parameter.key() + " is missing, must be " + parameter.range());
                }
                values[i] = parameter.defaultValue();
            }
        }
    }

    private Path path(final String text) {
        try {
            return Path.of(text);
        } catch (final InvalidPathException e) {
            throw refusal("no file has such a name");
        }
    }

    /** Files may have commas in their names: the file ends where a known key begins. */
    private int fileEnd(final String rest) {
        int end = rest.length();
        for (final TerrainParameter parameter : kind.parameters()) {
            final Matcher matcher = Pattern.compile("," + parameter.key() + "=").matcher(rest);
            if (matcher.find()) {
                end = Math.min(end, matcher.start());
            }
        }
        return end;
    }

    private void take(final String[] parts) {
        for (int part = 0; part < parts.length; part++) {
            final int equals = parts[part].indexOf('=');
            final String text = parts[part].substring(equals + 1);
            final int index = equals < 0 ? part : index(parts[part].substring(0, equals));
            if (index >= values.length) {
                throw refusal("there is nothing to set to \"" + text + "\"");
            }
            final TerrainParameter parameter = kind.parameters().get(index);
            if (!Double.isNaN(values[index])) {
                throw refusal(parameter.key() + " is given twice");
            }
            values[index] = number(parameter, text);
        }
    }

    private int index(final String key) {
        final List<TerrainParameter> parameters = kind.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).key().equals(key)) {
                return i;
            }
        }
        throw refusal("\"" + key + "\" is unknown, must be "
                + String.join(
                        " or ", parameters.stream().map(TerrainParameter::key).toList()));
    }

    private double number(final TerrainParameter parameter, final String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            value = Double.NaN;
        }
        if (!parameter.allows(value)) {
            throw refusal(
                    parameter.key() + " is " + (text.isEmpty() ? "empty" : text) + ", must be " + parameter.range());
        }
        return value;
    }

    /**
     * A value.
     *
     * @param key key of one of the kind's parameters
     * @return in range, in the parameter's unit
     */
    double get(final String key) {
        return values[index(key)];
    }

    /**
     * An exception that says what is wrong with the name.
     *
     * @param problem what is wrong and what is allowed
     * @return the exception, one line
     */
    IllegalArgumentException refusal(final String problem) {
        return new IllegalArgumentException("terrain \"" + name + "\": " + problem + "; the form is " + kind.form()
                + ", such as " + kind.example());
    }
}
