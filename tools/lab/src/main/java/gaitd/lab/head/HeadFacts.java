package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import gaitd.runtime.config.Config;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known for a manifest: what the user sets goes before what files tell, and that before what a family of policies usually
 * has. Two files that tell different things are refused.
 */
final class HeadFacts {
    /** Exporters round to three digits. */
    private static final double ROUNDING = 1.01e-3;

    private final Map<String, HeadFact> set = new LinkedHashMap<>();
    private final Map<String, List<HeadFact>> told = new LinkedHashMap<>();
    private final Map<String, HeadFact> assumed = new LinkedHashMap<>();
    private final Map<String, HeadFact> used = new LinkedHashMap<>();
    private final List<HeadKey> missing = new ArrayList<>();

    /** Takes the options {@code --set}. */
    HeadFacts(final Map<String, String> given) {
        given.forEach((key, value) -> {
            if (!HeadKey.isKnown(key)) {
                throw new FactsException("--set %s=%s: expected one of %s".formatted(key, value, HeadKey.all()));
            }
            set.put(key, new HeadFact(List.of(value.strip().split("\\s*,\\s*")), "--set"));
        });
    }

    /** A file tells a fact; nothing is told by no words. */
    void tell(final String key, final List<String> words, final String source) {
        if (!words.isEmpty()) {
            told.computeIfAbsent(key, any -> new ArrayList<>()).add(new HeadFact(words, source));
        }
    }

    void tell(final HeadKey key, final List<String> words, final String source) {
        tell(key.key(), words, source);
    }

    /** Whether a file tells a fact. */
    boolean isTold(final HeadKey key) {
        return told.containsKey(key.key());
    }

    /** A family of policies usually has it so. */
    void assume(final String key, final String words, final String source) {
        assumed.put(key, new HeadFact(List.of(words.split(" ")), "assumed, " + source));
    }

    /** A fact that may be missing; null when it is. Of those that files tell the first, which the others have to agree with. */
    HeadFact find(final String key) {
        final List<HeadFact> facts = all(key);
        if (facts.isEmpty()) {
            return null;
        }
        final HeadFact first = facts.getFirst();
        if (!HeadKey.isOfJoints(key)) {
            facts.stream().filter(other -> !first.agrees(other)).findFirst().ifPresent(other -> {
                throw differ(key, first, other);
            });
        }
        used.put(key, first);
        return first;
    }

    HeadFact find(final HeadKey key) {
        return find(key.key());
    }

    private List<HeadFact> all(final String key) {
        if (set.containsKey(key)) {
            return List.of(set.get(key));
        }
        if (told.containsKey(key)) {
            return told.get(key);
        }
        return assumed.containsKey(key) ? List.of(assumed.get(key)) : List.of();
    }

    private static FactsException differ(final String key, final HeadFact one, final HeadFact other) {
        return new FactsException("%s is %s by %s and %s by %s: --set %s=... decides"
                .formatted(key, one.text(), one.source(), other.text(), other.source(), key));
    }

    /** A fact that is needed; null, and noted as missing, when it is. */
    HeadFact ask(final HeadKey key) {
        final HeadFact fact = find(key);
        if (fact == null && !missing.contains(key)) {
            missing.add(key);
        }
        return fact;
    }

    /**
     * The numbers of a fact, one a joint, which are shown in place of its words.
     *
     * @param key that was found
     * @param joints names in the order of the network
     * @return in their order
     */
    double[] numbers(final HeadKey key, final List<String> joints) {
        final List<HeadFact> facts = all(key.key());
        final HeadFact first = facts.getFirst();
        final double[] values = JointWords.values(key.key(), first, joints);
        for (final HeadFact other : facts.subList(1, facts.size())) {
            final double[] others = JointWords.values(key.key(), other, joints);
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(values[i] - others[i]) > ROUNDING) {
                    throw differ(key.key(), shown(values, first), shown(others, other));
                }
            }
        }
        used.put(key.key(), shown(values, first));
        return values;
    }

    private static HeadFact shown(final double[] values, final HeadFact fact) {
        return new HeadFact(Arrays.stream(values).mapToObj(Config::plain).toList(), fact.source());
    }

    /** Derived from others. */
    void note(final String key, final String text, final String source) {
        used.put(key, new HeadFact(List.of(text), source));
    }

    /**
     * All facts that were asked for are there.
     *
     * @throws FactsException one line that names those that are not
     */
    void refuseMissing() {
        if (!missing.isEmpty()) {
            throw new FactsException("nothing tells "
                    + missing.stream()
                            .map(key -> "%s (%s)".formatted(key.key(), key.meaning))
                            .collect(Collectors.joining("; "))
                    + ": give "
                    + missing.stream().map(key -> "--set " + key.key() + "=...").collect(Collectors.joining(" "))
                    + ", --with a file of the policy's that tells, --like its family, or --manifest");
        }
    }

    /** All that was set was found. */
    void refuseUnused() {
        set.keySet().stream().filter(key -> !used.containsKey(key)).findFirst().ifPresent(key -> {
            throw new FactsException("--set %s has no effect on this policy".formatted(key));
        });
    }

    /** One line a fact that was used: key, value, source. */
    List<String> lines() {
        return used.entrySet().stream()
                .map(entry -> "%s = %s: %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().text(),
                                entry.getValue().source()))
                .toList();
    }
}
