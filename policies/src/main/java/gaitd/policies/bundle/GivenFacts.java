package gaitd.policies.bundle;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Facts about a network from the command line and from files, key by key; missing and unknown facts are named. */
final class GivenFacts {
    private final Map<String, String> given;
    private final Map<String, String> noted;
    private final TreeSet<String> missing = new TreeSet<>();
    private final TreeSet<String> unused;
    private final Map<String, String> toml = new LinkedHashMap<>();

    /** Facts of the command line and of the file; the command line overrides the file. */
    GivenFacts(final Map<String, String> given, final Map<String, String> noted) {
        this.given = given;
        this.noted = noted;
        this.unused = new TreeSet<>(given.keySet());
    }

    boolean has(final String key) {
        return given.containsKey(key) || noted.containsKey(key);
    }

    /** A fact's text; empty, and noted as missing, when there is none. */
    String ask(final String key) {
        unused.remove(key);
        final String value = given.getOrDefault(key, noted.get(key));
        if (value == null) {
            missing.add(key);
            return "";
        }
        return value.strip();
    }

    /** Takes a fact as given. */
    void pass(final String key) {
        put(key, literal(ask(key)));
    }

    /** Takes a fact from the tensors; a different one given by the user is refused. */
    void derive(final String key, final Object value) {
        final String own = value.toString().replace(" ", "");
        if (given.containsKey(key)) {
            unused.remove(key);
            final String theirs = given.get(key).replace(" ", "");
            if (!theirs.equals(own) && !("[" + theirs + "]").equals(own)) {
                throw new FactsException(
                        "fact %s=%s contradicts the tensors, which say %s".formatted(key, theirs, own));
            }
        }
        put(key, literal(own));
    }

    void put(final String key, final String value) {
        toml.put(key, value);
    }

    private static String literal(final String value) {
        final String lower = value.toLowerCase(Locale.ROOT);
        return lower.matches("true|false|[+-]?[0-9].*|\\[[^\"]*\\]") ? lower : TomlText.quote(lower);
    }

    /** All facts that were asked for are there, and no other was given. */
    void conclude(final String kind) {
        if (!missing.isEmpty()) {
            throw new FactsException("a state dictionary does not tell these facts of kind %s: give %s"
                    .formatted(
                            kind,
                            missing.stream()
                                    .map(key -> "--fact " + key + "=...")
                                    .collect(Collectors.joining(" "))));
        }
        if (!unused.isEmpty()) {
            throw new FactsException("facts that kind " + kind + " does not have: " + String.join(", ", unused));
        }
    }

    /** The facts as the table {@code [cell]} of a manifest. */
    CellFacts facts(final String kind) {
        final String text = "kind = " + TomlText.quote(kind) + "\n"
                + toml.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        final Findings findings = new Findings();
        final TomlView view = TomlReader.parse(text, "fact", findings);
        final CellFacts facts = view == null ? null : CellFacts.read(view);
        if (view != null) {
            view.end();
        }
        if (findings.count() > 0) {
            throw new FactsException(findings.text());
        }
        return facts;
    }

    static String list(final int... sizes) {
        return Arrays.toString(sizes).replace(" ", "");
    }
}
