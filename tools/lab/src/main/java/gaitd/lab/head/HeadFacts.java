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
    private final Map<String, HeadFact> set = new LinkedHashMap<>();
    private final Map<String, HeadFact> told = new LinkedHashMap<>();
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
        if (words.isEmpty()) {
            return;
        }
        final HeadFact fact = new HeadFact(words, source);
        final HeadFact other = told.putIfAbsent(key, fact);
        if (other != null && !set.containsKey(key) && !other.agrees(fact)) {
            throw new FactsException("%s is %s by %s and %s by %s: --set %s=... decides"
                    .formatted(key, other.text(), other.source(), fact.text(), source, key));
        }
    }

    void tell(final HeadKey key, final List<String> words, final String source) {
        tell(key.key(), words, source);
    }

    /** A family of policies usually has it so. */
    void assume(final String key, final String words, final String source) {
        assumed.put(key, new HeadFact(List.of(words.split(" ")), "assumed, " + source));
    }

    /** A fact that may be missing; null when it is. */
    HeadFact find(final String key) {
        HeadFact fact = set.get(key);
        if (fact == null) {
            fact = told.get(key);
        }
        if (fact == null) {
            fact = assumed.get(key);
        }
        if (fact != null) {
            used.put(key, fact);
        }
        return fact;
    }

    HeadFact find(final HeadKey key) {
        return find(key.key());
    }

    /** A fact that is needed; null, and noted as missing, when it is. */
    HeadFact ask(final HeadKey key) {
        final HeadFact fact = find(key);
        if (fact == null && !missing.contains(key)) {
            missing.add(key);
        }
        return fact;
    }

    /** The numbers that a used fact stands for, one a joint, which are shown in place of its words. */
    double[] numbers(final HeadKey key, final HeadFact fact, final List<String> joints) {
        final double[] values = JointWords.values(key.key(), fact, joints);
        final List<String> words = Arrays.stream(values).mapToObj(Config::plain).toList();
        used.put(key.key(), new HeadFact(words, fact.source()));
        return values;
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
    void conclude() {
        if (!missing.isEmpty()) {
            throw new FactsException("nothing tells "
                    + missing.stream()
                            .map(key -> "%s (%s)".formatted(key.key(), key.meaning))
                            .collect(Collectors.joining("; "))
                    + ": give "
                    + missing.stream().map(key -> "--set " + key.key() + "=...").collect(Collectors.joining(" "))
                    + ", --with a file of the policy's that tells, --like its family, or --manifest");
        }
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
