package gaitd.robot.world;

import gaitd.sim.vary.Drawn;
import gaitd.sim.vary.Variation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The drawn properties of a simulated robot as lines of text. */
public final class VariationText {
    private static final int PARTS_OF_ONE_NAME = 2;

    private VariationText() {}

    /** A line for each quantity that is not that of the nominal robot, its unit in its name; empty when none is. */
    public static String of(final Variation variation) {
        final Map<String, StringJoiner> lines = new LinkedHashMap<>();
        for (final Drawn drawn : variation.list()) {
            final String[] name = drawn.name().split("\\.", -1);
            final String key = "drawn " + name[1];
            lines.computeIfAbsent(key, k -> new StringJoiner(", ", k + ": ", System.lineSeparator()))
                    .add(String.format(
                            Locale.ROOT,
                            "%s%.3g",
                            name.length > PARTS_OF_ONE_NAME ? name[PARTS_OF_ONE_NAME] + " " : "",
                            drawn.value()));
        }
        return String.join(
                "", lines.values().stream().map(StringJoiner::toString).toList());
    }
}
