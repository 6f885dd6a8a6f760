package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Words of a fact as joints, and as one number a joint. */
final class JointWords {
    /** Between a pattern of names and its number. */
    static final String PAIR = ":";

    private static final List<String> KINDS = List.of("hip", "thigh", "calf");
    private static final int PATTERN_MAX = 100;

    private JointWords() {}

    /** Names in order: as given, or {@code by_leg} or {@code by_kind} and legs. */
    static List<String> names(final HeadFact fact) {
        final List<String> words = fact.words();
        final boolean byLeg = words.getFirst().equals("by_leg");
        if (!byLeg && !words.getFirst().equals("by_kind")) {
            return words;
        }
        final List<String> legs = words.subList(1, words.size());
        final List<String> names = new ArrayList<>();
        if (byLeg) {
            legs.forEach(leg -> KINDS.forEach(kind -> names.add(leg + "_" + kind)));
        } else {
            KINDS.forEach(kind -> legs.forEach(leg -> names.add(leg + "_" + kind)));
        }
        return names;
    }

    /**
     * One number a joint.
     *
     * @param key of the fact, for refusals
     * @param fact one number, three (hip, thigh, calf), one a joint, or pairs of a pattern of names and a number
     * @param joints names in the order of the network
     * @return in their order
     */
    static double[] values(final String key, final HeadFact fact, final List<String> joints) {
        final List<String> words = fact.words();
        final double[] values = new double[joints.size()];
        final boolean pairs = words.getFirst().contains(PAIR);
        if (!pairs && words.size() != 1 && words.size() != KINDS.size() && words.size() != joints.size()) {
            throw new FactsException("%s has %d values (%s), expected 1, 3 (hip, thigh, calf) or %d"
                    .formatted(key, words.size(), fact.source(), joints.size()));
        }
        for (int i = 0; i < values.length; i++) {
            final String joint = joints.get(i);
            if (pairs) {
                values[i] = matched(key, fact, joint);
            } else if (words.size() == values.length) {
                values[i] = number(key, words.get(i));
            } else {
                values[i] = number(key, words.get(words.size() == 1 ? 0 : kind(joint)));
            }
        }
        return values;
    }

    private static int kind(final String joint) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            if (joint.toLowerCase(Locale.ROOT).contains(KINDS.get(kind))) {
                return kind;
            }
        }
        throw new FactsException("joint '%s' is no hip, thigh or calf: give a value for each joint".formatted(joint));
    }

    private static double matched(final String key, final HeadFact fact, final String joint) {
        Double value = null;
        for (final String word : fact.words()) {
            final int at = word.lastIndexOf(PAIR);
            if (at < 0) {
                throw new FactsException("%s: '%s' has no name (%s)".formatted(key, word, fact.source()));
            }
            if (matches(key, word.substring(0, at), joint)) {
                final double other = number(key, word.substring(at + 1));
                if (value != null && value != other) {
                    throw new FactsException(
                            "%s of %s is %s and %s (%s)".formatted(key, joint, value, other, fact.source()));
                }
                value = other;
            }
        }
        if (value == null) {
            throw new FactsException("%s of %s is not told (%s)".formatted(key, joint, fact.source()));
        }
        return value;
    }

    private static boolean matches(final String key, final String pattern, final String joint) {
        try {
            if (pattern.length() <= PATTERN_MAX) {
                final Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
                final String ending = "_joint";
                final String bare =
                        joint.endsWith(ending) ? joint.substring(0, joint.length() - ending.length()) : joint;
                return compiled.matcher(bare).matches()
                        || compiled.matcher(bare + ending).matches();
            }
        } catch (final PatternSyntaxException e) {
            // refused below
        }
        throw new FactsException("%s: '%.40s' is no pattern of names".formatted(key, pattern));
    }

    /** A finite number. */
    static double number(final String key, final String word) {
        try {
            final double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (final NumberFormatException e) {
            // refused below
        }
        throw new FactsException("%s: '%.40s' is no number".formatted(key, word));
    }
}
