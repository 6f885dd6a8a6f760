package gaitd.bench.dynamics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads fields of a JSON file, each refusal one line that names file and field. */
final class JsonFields {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonFields() {}

    static JsonNode read(final Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + ": no such file, or not readable");
        }
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + ": not JSON, line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode list(final JsonNode parent, final String field, final Path file) throws IOException {
        final JsonNode node = parent.path(field);
        if (!node.isArray() || node.isEmpty()) {
            throw new IOException(file + ": \"" + field + "\" is missing or not a list");
        }
        return node;
    }

    static String text(final JsonNode parent, final String field, final Path file) throws IOException {
        final JsonNode node = parent.path(field);
        if (!node.isTextual()) {
            throw new IOException(file + ": \"" + field + "\" is missing or not a text");
        }
        return node.asText();
    }

    /** Numbers of a field, nested lists laid out row by row. */
    static double[] numbers(final JsonNode parent, final String field, final int length, final Path file)
            throws IOException {
        final double[] out = new double[length];
        final int found = flatten(parent.path(field), out, 0);
        if (found != length) {
            throw new IOException(file + ": \"" + field + "\" must hold " + length + " finite numbers");
        }
        return out;
    }

    private static int flatten(final JsonNode node, final double[] out, final int at) {
        if (node.isNumber()) {
            if (at < out.length) {
                out[at] = node.asDouble();
            }
            return Double.isFinite(node.asDouble()) ? at + 1 : Integer.MAX_VALUE / 2;
        }
        if (!node.isArray()) {
            return Integer.MAX_VALUE / 2;
        }
        int next = at;
        for (final JsonNode child : node) {
            next = flatten(child, out, next);
            if (next > out.length) {
                return next;
            }
        }
        return next;
    }
}
