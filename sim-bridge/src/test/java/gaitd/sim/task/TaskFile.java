package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A task's file with changes. */
record TaskFile(String name, String text) {
    static TaskFile of(final String name) {
        try (InputStream in = A1Task.class.getResourceAsStream(name + ".toml")) {
            return new TaskFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TaskFile with(final String from, final String to) {
        assertTrue(text.contains(from), from);
        return new TaskFile(name, text.replace(from, to));
    }

    TaskFile without(final String from, final String before) {
        final int at = text.indexOf(from);
        return new TaskFile(name, text.substring(0, at) + text.substring(text.indexOf(before)));
    }

    A1Task task() {
        return A1Task.parse(text, name);
    }
}
