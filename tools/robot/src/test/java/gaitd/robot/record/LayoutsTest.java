package gaitd.robot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What the layout files for other programs name is recorded. */
class LayoutsTest {
    private static final Pattern FIELD = Pattern.compile("(?m)^\\w+?\\d+(?:\\[(?<count>\\d+)])? (?<name>\\w+)");
    private static final Pattern STEP = Pattern.compile("(?<name>\\w+)(?:\\[(?<index>\\d+)])?");

    private final Map<String, Integer> fields = new HashMap<>();

    LayoutsTest() {
        final Matcher field = FIELD.matcher(TickSchema.text());
        while (field.find()) {
            fields.put(field.group("name"), field.group("count") == null ? 0 : Integer.parseInt(field.group("count")));
        }
    }

    private static Path file(final String name) {
        final Path here = Path.of("layouts", name);
        return Files.exists(here) ? here : Path.of("../..").resolve(here);
    }

    /** Whether a field is one of the schema: path by steps, the first below the topic. */
    private void exists(final String topic, final String[] steps) throws Exception {
        if (topic.equals(LogChannel.TICK.topic)) {
            assertEquals(1, steps.length, topic);
            final Matcher step = STEP.matcher(steps[0]);
            assertTrue(step.matches(), steps[0]);
            final Integer count = fields.get(step.group("name"));
            assertNotNull(count, steps[0]);
            assertEquals(count > 0, step.group("index") != null, steps[0]);
            assertTrue(count == 0 || Integer.parseInt(step.group("index")) < count, steps[0]);
        } else {
            Object schema = JsonReader.parse(LogChannel.POSE.schema());
            assertEquals(LogChannel.POSE.topic, topic);
            for (final String step : steps) {
                schema = ((Map<?, ?>) ((Map<?, ?>) schema).get("properties")).get(step);
                assertNotNull(schema, step);
            }
        }
    }

    private static void collect(final Object value, final List<String> into) {
        if (value instanceof final Map<?, ?> fields) {
            fields.forEach((name, inside) -> {
                if (name.toString().startsWith("/")) {
                    into.add(name.toString());
                }
                collect(inside, into);
            });
        } else if (value instanceof final List<?> items) {
            items.forEach(item -> collect(item, into));
        } else if (value instanceof final String text && text.startsWith("/")) {
            into.add(text);
        }
    }

    @Test
    void foxglovesLayoutNamesWhatIsRecorded() throws Exception {
        final Map<?, ?> layout = (Map<?, ?>) JsonReader.parse(Files.readString(file("foxglove.json")));
        final List<String> paths = new ArrayList<>();
        collect(layout, paths);
        assertTrue(paths.size() > 50, paths.toString());
        assertTrue(paths.contains(LogChannel.DESCRIPTION.topic));
        assertTrue(paths.contains(LogChannel.LOG.topic));
        for (final String path : paths) {
            final int dot = path.indexOf('.');
            if (dot > 0) {
                exists(path.substring(0, dot), path.substring(dot + 1).split("\\."));
            } else {
                assertTrue(List.of(LogChannel.values()).stream().anyMatch(channel -> channel.topic.equals(path)), path);
            }
        }
    }

    /** Each panel that the arrangement names has settings, and the other way round. */
    @Test
    void foxglovesPanelsAreAllThere() throws Exception {
        final Map<?, ?> layout = (Map<?, ?>) JsonReader.parse(Files.readString(file("foxglove.json")));
        final List<Object> placed = new ArrayList<>();
        place(layout.get("layout"), placed);
        final Map<?, ?> settings = (Map<?, ?>) layout.get("configById");
        assertEquals(settings.size(), placed.size());
        assertTrue(settings.keySet().containsAll(placed), placed.toString());
    }

    private static void place(final Object node, final List<Object> placed) {
        if (node instanceof final Map<?, ?> split) {
            place(split.get("first"), placed);
            place(split.get("second"), placed);
        } else {
            placed.add(node);
        }
    }

    @Test
    void plotJugglersCurvesAreRecorded() throws Exception {
        final NodeList curves = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file("plotjuggler.xml").toFile())
                .getElementsByTagName("curve");
        assertTrue(curves.getLength() > 50);
        for (int i = 0; i < curves.getLength(); i++) {
            final String name =
                    curves.item(i).getAttributes().getNamedItem("name").getNodeValue();
            final int second = name.indexOf('/', 1);
            exists(name.substring(0, second), name.substring(second + 1).split("/"));
        }
    }
}
