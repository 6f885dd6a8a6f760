package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML file as maps, lists and texts. Tags, as those of Python's objects, are passed over but for names of functions, which are texts:
 * nothing is made of them.
 *
 * <p>At most {@value #NODES_MAX} values, each alias counted as what it stands for, {@value #DEPTH_MAX} deep.
 */
final class YamlFile {
    /** A function of Python is written as a tag without a value. */
    private static final String PYTHON_NAME = "python/name:";

    private static final int NODES_MAX = 100_000;
    private static final int DEPTH_MAX = 40;

    private final String name;
    private int nodes;

    private YamlFile(final String name) {
        this.name = name;
    }

    /**
     * Reads one document.
     *
     * @param name of the file, for refusals
     * @param text of the file
     * @return its top
     */
    static YamlMap read(final String name, final String text) {
        try {
            final LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setCodePointLimit(text.length() + 1)
                    .build();
            refuseDepth(name, new Parse(settings).parseString(text));
            final Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && new YamlFile(name).value(root.get(), 0) instanceof final Map<?, ?> map) {
                return new YamlMap(name, "", map);
            }
        } catch (final YamlEngineException e) {
            throw new FactsException("%s: it is no YAML: %s"
                    .formatted(
                            name,
                            e.getMessage()
                                    .lines()
                                    .map(String::strip)
                                    .reduce((a, b) -> a + " " + b)
                                    .orElse("")));
        }
        throw new FactsException(name + ": it has no keys at its top; expected a YAML file of names and values");
    }

    /** Nodes are composed by a method that calls itself; events are not. */
    private static void refuseDepth(final String name, final Iterable<Event> events) {
        int depth = 0;
        for (final Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEPTH_MAX) {
                throw tooMuch(name);
            }
        }
    }

    private static FactsException tooMuch(final String name) {
        return new FactsException("%s: more than %d values, or deeper than %d".formatted(name, NODES_MAX, DEPTH_MAX));
    }

    private Object value(final Node node, final int depth) {
        if (depth > DEPTH_MAX || ++nodes > NODES_MAX) {
            throw tooMuch(name);
        }
        return switch (node) {
            case MappingNode map -> {
                final Map<String, Object> values = new LinkedHashMap<>();
                for (final NodeTuple tuple : map.getValue()) {
                    if (tuple.getKeyNode() instanceof final ScalarNode key) {
                        values.put(key.getValue(), value(tuple.getValueNode(), depth + 1));
                    }
                }
                yield values;
            }
            case SequenceNode list -> {
                final List<Object> values = new ArrayList<>();
                for (final Node item : list.getValue()) {
                    values.add(value(item, depth + 1));
                }
                yield values;
            }
            case ScalarNode scalar -> {
                final String tag = scalar.getTag().getValue();
                final int name = tag.indexOf(PYTHON_NAME);
                final String text = name < 0 ? scalar.getValue() : tag.substring(name + PYTHON_NAME.length());
                yield scalar.isPlain() && (text.isEmpty() || text.equals("null") || text.equals("~")) ? null : text;
            }
            default -> throw new FactsException(name + ": an alias that stands for itself");
        };
    }
}
