package gaitd.robot.adapt;

import gaitd.policies.text.Problems;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts of one version of a policy. Immutable.
 *
 * @param id from 1; 0 is the policy as shipped
 * @param parent version that it was trained from
 * @param cause what was found about the robot, in words
 * @param maker what made it: road, rule, steps
 * @param state how far it came
 * @param judged why it is in that state, in words
 * @param sha256 hash of its bundle
 * @param figures measured, by name
 */
public record PolicyVersion(
        int id,
        int parent,
        String cause,
        String maker,
        VersionState state,
        String judged,
        String sha256,
        Map<String, Double> figures) {
    /** Greatest number of a version. */
    static final int ID_MAX = 999_999;

    private static final int FORMAT = 1;
    private static final int TEXT_MAX = 1000;
    private static final int FIGURES_MAX = 100;
    private static final double FIGURE_MAX = 1e12;

    /**
     * Copies the figures and cuts texts to what a file takes.
     */
    public PolicyVersion {
        cause = cut(cause);
        maker = cut(maker);
        judged = cut(judged);
        figures = Map.copyOf(figures);
    }

    private static String cut(final String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    /**
     * The same version, judged.
     *
     * @param nowState how far it came
     * @param why in words
     * @param measured figures added to those it has
     * @return the facts
     */
    public PolicyVersion judged(final VersionState nowState, final String why, final Map<String, Double> measured) {
        final Map<String, Double> all = new LinkedHashMap<>(figures);
        all.putAll(measured);
        return new PolicyVersion(id, parent, cause, maker, nowState, why, sha256, all);
    }

    /** The file. */
    byte[] write() {
        final TomlText text = new TomlText();
        text.put("format", FORMAT).put("id", id).put("parent", parent).put("cause", cause);
        text.put("maker", maker).put("state", state).put("judged", judged).put("sha256", sha256);
        text.table("[figures]");
        figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .filter(entry -> Double.isFinite(entry.getValue()))
                .forEach(entry -> text.put(entry.getKey(), entry.getValue().doubleValue()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file; what is wrong becomes a problem. */
    static PolicyVersion read(final String text, final String name, final Problems problems) {
        final TomlView file = TomlReader.parse(text, name, problems);
        file.whole("format", FORMAT, FORMAT);
        final int id = file.size("id", 1, ID_MAX);
        final int parent = file.size("parent", 0, id - 1);
        final String cause = file.text("cause");
        final String maker = file.text("maker");
        final VersionState state = file.choice("state", VersionState.class);
        final String judged = file.text("judged");
        final String sha256 = file.text("sha256");
        final TomlView table = file.table("figures");
        final Map<String, Double> figures = new LinkedHashMap<>();
        for (final String key : table.keys(FIGURES_MAX)) {
            figures.put(key, table.number(key, -FIGURE_MAX, FIGURE_MAX));
        }
        file.end();
        return new PolicyVersion(id, parent, cause, maker, state, judged, sha256, figures);
    }
}
