package gaitd.policies.bundle;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes {@code manifest.toml}. */
public final class ManifestText {
    static final int JOINTS = 12;
    static final double HZ_MAX = 2000;

    private static final String LABEL = BundlePart.MANIFEST.fileName;
    private static final int CHANNELS_MAX = 32;
    private static final double LIMIT = 1e6;
    private static final int SETTINGS_MAX = 64;
    private static final String SETTING = "[a-z0-9_]{1,40}";
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

    private ManifestText() {}

    /**
     * Writes a manifest.
     *
     * @param manifest what to write
     * @return the file's bytes, equal for equal manifests
     */
    public static byte[] write(final Manifest manifest) {
        final TomlText text = new TomlText();
        text.table("[provenance]").put("command", manifest.provenance().command());
        text.put("seed", manifest.provenance().seed())
                .put("version", manifest.provenance().version());
        text.table("[cell]");
        manifest.cell().write(text);
        return (head(manifest) + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a manifest without network and provenance.
     *
     * @param manifest cell and provenance may be null
     * @return everything but the tables {@code [provenance]} and {@code [cell]}
     */
    public static String head(final Manifest manifest) {
        final TomlText text = new TomlText();
        text.put("format", Manifest.FORMAT).put("name", manifest.name()).texts("joints", manifest.joints());
        text.table("[rates]").put("policy_hz", manifest.policyHz()).put("tick_hz", manifest.tickHz());
        text.table("[posture]").put("kp_nm_rad", manifest.posture().kp());
        text.put("kd_nms_rad", manifest.posture().kd());
        text.put("pose_rad", manifest.posture().poseRad());
        if (!manifest.gait().isEmpty()) {
            text.table("[gait]");
            manifest.gait().forEach((key, value) -> text.put(key, value.doubleValue()));
        }
        manifest.observations().forEach(channel -> channel(text, "[[observation]]", channel));
        manifest.actions().forEach(channel -> channel(text, "[[action]]", channel));
        return text.toString();
    }

    private static void channel(final TomlText text, final String header, final Channel<?> channel) {
        text.table(header).put("name", channel.signal()).put("size", channel.size());
        text.put("scale", channel.scale()).put("offset", channel.offset());
        text.put("min", channel.min()).put("max", channel.max());
        channel.facts().write(text);
    }

    /** Reads a manifest; null, and findings, when anything is wrong with it. */
    static Manifest read(final byte[] bytes, final Findings findings) {
        final int before = findings.count();
        final String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (final CharacterCodingException e) {
            findings.add(LABEL, "is no text in UTF-8");
            return null;
        }
        final TomlView toml = TomlReader.parse(text, LABEL, findings);
        if (toml == null) {
            return null;
        }
        final long format = toml.whole("format", 0, Long.MAX_VALUE);
        if (format != Manifest.FORMAT) {
            toml.problem("format", format + ", this program reads " + Manifest.FORMAT);
            return null;
        }
        final String name = toml.text("name");
        if (!name.matches(NAME)) {
            toml.problem("name", "'" + name + "', expected 1 to 64 lower case letters, digits, dots, dashes");
        }
        final List<String> joints = toml.texts("joints", 64);
        if (joints.size() != JOINTS) {
            toml.problem("joints", joints.size() + " names, expected " + JOINTS);
        }
        final TomlView rates = toml.table("rates");
        final TomlView postureTable = toml.table("posture");
        final TomlView provenanceTable = toml.table("provenance");
        final TomlView cellTable = toml.table("cell");
        final SortedMap<String, Double> gait = toml.has("gait") ? gait(toml.table("gait")) : Manifest.ANY_GAIT;
        final List<Channel<ActedSignal>> actions = actions(toml);
        final List<Channel<ObservedSignal>> observations = observations(toml, Manifest.size(actions));
        if (rates == null || postureTable == null || provenanceTable == null || cellTable == null) {
            toml.end();
            return null;
        }
        final double policyHz = rates.number("policy_hz", 1, HZ_MAX);
        final double tickHz = rates.number("tick_hz", 1, HZ_MAX);
        final String rateProblem = Manifest.rateProblem(policyHz, tickHz);
        if (rateProblem != null) {
            rates.problem("policy_hz", rateProblem);
        }
        final Posture posture = new Posture(
                postureTable.numbers("kp_nm_rad", JOINTS, 0, 1000),
                postureTable.numbers("kd_nms_rad", JOINTS, 0, 100),
                postureTable.numbers("pose_rad", JOINTS, -2 * Math.PI, 2 * Math.PI));
        final Provenance provenance = new Provenance(
                provenanceTable.text("command"),
                provenanceTable.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                provenanceTable.text("version"));
        final CellFacts cell = CellFacts.read(cellTable);
        for (final TomlView table : List.of(toml, rates, postureTable, provenanceTable)) {
            table.end();
        }
        if (cell != null) {
            cellTable.end();
            fits(toml, "observation", Manifest.size(observations), "takes", cell.inputs());
            fits(toml, "action", Manifest.size(actions), "gives", cell.outputs());
        }
        return findings.count() > before
                ? null
                : new Manifest(name, joints, policyHz, tickHz, observations, actions, posture, gait, cell, provenance);
    }

    private static SortedMap<String, Double> gait(final TomlView table) {
        final SortedMap<String, Double> gait = new TreeMap<>();
        if (table != null) {
            for (final String key : table.keys(SETTINGS_MAX)) {
                if (key.matches(SETTING)) {
                    gait.put(key, table.number(key, -LIMIT, LIMIT));
                }
            }
            table.end();
        }
        return gait;
    }

    private static void fits(
            final TomlView toml, final String list, final int size, final String verb, final int cellSize) {
        if (size != cellSize) {
            toml.problem(list, "the list has %d values, the cell %s %d".formatted(size, verb, cellSize));
        }
    }

    private static List<Channel<ObservedSignal>> observations(final TomlView toml, final int actionSize) {
        final List<Channel<ObservedSignal>> channels = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        for (final TomlView view : toml.tables("observation", CHANNELS_MAX)) {
            final ObservedSignal signal = view.choice("name", ObservedSignal.class);
            if (signal != null) {
                final int size = view.size("size", 1, CellFacts.UNITS_MAX);
                final TermFacts facts = TermFacts.read(view, signal, size);
                if (!signal.isClock() && signal != ObservedSignal.CONSTANT) {
                    once(view, seen, signal, facts.steps() == 1 ? "" : " with a history of " + facts.steps());
                }
                channels.add(
                        channel(view, signal, signal.size(actionSize, size)).with(facts));
            }
        }
        return channels;
    }

    private static List<Channel<ActedSignal>> actions(final TomlView toml) {
        final List<Channel<ActedSignal>> channels = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        for (final TomlView view : toml.tables("action", CHANNELS_MAX)) {
            final ActedSignal signal = view.choice("name", ActedSignal.class);
            if (signal != null) {
                once(view, seen, signal, "");
                channels.add(channel(view, signal, signal.size));
            }
        }
        return channels;
    }

    private static void once(final TomlView view, final Set<String> seen, final Enum<?> signal, final String history) {
        final String name = Words.lower(signal) + history;
        if (!seen.add(name)) {
            view.problem("name", name + " is there twice");
        }
    }

    private static <S extends Enum<S>> Channel<S> channel(final TomlView view, final S signal, final int expected) {
        final int size = view.size("size", 1, CellFacts.UNITS_MAX);
        if (size != expected) {
            view.problem("size", "%d, %s has %d values".formatted(size, Words.lower(signal), expected));
        }
        final Channel<S> channel = new Channel<>(
                signal,
                view.numbers("scale", size, -LIMIT, LIMIT),
                view.numbers("offset", size, -LIMIT, LIMIT),
                view.numbers("min", size, -LIMIT, LIMIT),
                view.numbers("max", size, -LIMIT, LIMIT));
        final double[] min = channel.min();
        final double[] max = channel.max();
        for (int i = 0; i < size; i++) {
            if (min[i] > max[i]) {
                view.problem("min", "value %d, %s, is above max, %s".formatted(i, min[i], max[i]));
                break;
            }
        }
        view.end();
        return channel;
    }
}
