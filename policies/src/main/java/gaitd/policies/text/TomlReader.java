package gaitd.policies.text;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Reads TOML to a {@link TomlView}. A byte order mark at the beginning is skipped; the parser refuses a key given twice and
 * more than 128 levels, so that no file overflows a stack.
 */
public final class TomlReader {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TomlReader() {}

    /**
     * Parses a text.
     *
     * @param text the whole text
     * @param label its name, for messages
     * @param problems receives every problem
     * @return the outermost table; null, and a problem, when the text is no TOML
     */
    public static TomlView parse(final String text, final String label, final Problems problems) {
        final TomlParseResult toml;
        try {
            toml = Toml.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (final RuntimeException e) {
            problems.add(label, "cannot be read as TOML (" + e.getMessage() + ")");
            return null;
        }
        if (toml.hasErrors()) {
            final TomlParseError error = toml.errors().getFirst();
            final String message = error.getMessage().replace('\n', ' ');
            problems.add(label, "line " + error.position().line() + ": " + message);
            return null;
        }
        return new TomlView(toml, label, problems);
    }
}
