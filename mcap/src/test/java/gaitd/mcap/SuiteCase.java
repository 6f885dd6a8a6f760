package gaitd.mcap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A file of the official conformance suite: the records that a reader must find in it, and its bytes or their hash.
 *
 * @param name such as {@code OneMessage-ch-mx}
 * @param sha256 of the file, in hexadecimal digits
 * @param size of the file, bytes
 * @param json records and features as the suite's JSON has them: maps, lists and strings
 */
record SuiteCase(String name, String sha256, long size, Map<String, Object> json) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The cases that come with the source. */
    static List<SuiteCase> shipped() throws IOException {
        final List<SuiteCase> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(SuiteCase.class.getResourceAsStream("conformance/cases.tsv.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                final String[] parts = line.split("\t", -1);
                cases.add(new SuiteCase(parts[0], parts[2], Long.parseLong(parts[1]), parse(parts[3])));
            }
        }
        return cases;
    }

    /** All cases in a folder and those in it: each a JSON beside a file, or beside the pointer of one that is stored elsewhere. */
    static List<SuiteCase> in(final Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(SuiteCase::of)
                    .toList();
        }
    }

    private static SuiteCase of(final Path json) {
        final String name = json.getFileName().toString().replace(".json", "");
        try {
            final byte[] bytes = Files.readAllBytes(json.resolveSibling(name + ".mcap"));
            final Map<String, Object> tree = parse(Files.readString(json));
            final String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.startsWith("version https://git-lfs")) {
                final String[] lines = text.split("\n", -1);
                return new SuiteCase(
                        name, lines[1].replace("oid sha256:", ""), Long.parseLong(lines[2].replace("size ", "")), tree);
            }
            return new SuiteCase(name, Sha256.of(bytes), bytes.length, tree);
        } catch (final IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The feature's short names. */
    @SuppressWarnings("unchecked")
    List<String> features() {
        final Map<String, Object> meta = (Map<String, Object>) json.get("meta");
        return (List<String>) ((Map<String, Object>) meta.get("variant")).get("features");
    }

    /** The records: type and fields by name. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> records() {
        return (List<Map<String, Object>>) json.get("records");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(final String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return (Map<String, Object>) value(parser);
        }
    }

    private static Object value(final JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            final Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                final String key = parser.currentName();
                parser.nextToken();
                map.put(key, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            final List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.getText();
    }
}
