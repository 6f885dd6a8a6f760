package gaitd.lab.head;

import gaitd.policies.bundle.ObservedSignal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a manifest may be told by {@code --set}. */
enum HeadKey {
    JOINTS("12 names in the order of the network, or by_leg or by_kind and four legs"),
    POLICY_HZ("rate of the network, Hz"),
    KP("N m/rad: one number, three (hip, thigh, calf) or 12", true),
    KD("N m s/rad, as kp", true),
    POSE_RAD("joint angles at an observation of 0: three or 12", true),
    ACTION_SCALE("rad for an output of 1: one number, three or 12", true),
    OBSERVE("signals in the order of the inputs"),
    SCALE("factor of observations that have none of their own"),
    HISTORY_ORDER("oldest_first or newest_first"),
    HISTORY_LAYOUT("by_time or by_term"),
    HISTORY("steps of every observation"),
    CLIP("limit of observations after their scale"),
    ACTION_MIN("least output of the network, as kp", true),
    ACTION_MAX("greatest output, as kp", true),
    ACTION_OFFSET_RAD("joint angles aimed at by an output of 0, as pose_rad, which they are by default", true),
    TARGET_MIN_RAD("least angle aimed at, as kp", true),
    TARGET_MAX_RAD("greatest angle aimed at, as kp", true),
    PERIOD_S("of a clock"),
    PHASE("of a clock's values, in periods");

    /** What a value is. */
    final String meaning;

    private final boolean perJoint;

    HeadKey(final String meaning) {
        this(meaning, false);
    }

    HeadKey(final String meaning, final boolean perJoint) {
        this.meaning = meaning;
        this.perJoint = perJoint;
    }

    /** As it is written. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of one signal, as {@code scale.command}; for {@link #SCALE}, {@link #CLIP} and {@link #HISTORY}. */
    String of(final ObservedSignal signal) {
        return key() + "." + signal.key();
    }

    private boolean isOfSignals() {
        return this == SCALE || this == CLIP || this == HISTORY;
    }

    /** Whether there is such a key. */
    static boolean isKnown(final String key) {
        return Arrays.stream(values())
                .anyMatch(known -> known.key().equals(key)
                        || (known.isOfSignals()
                                && Arrays.stream(ObservedSignal.values())
                                        .anyMatch(signal -> known.of(signal).equals(key))));
    }

    /** Whether a fact of this key is one number a joint. */
    static boolean isOfJoints(final String key) {
        return Arrays.stream(values())
                .anyMatch(known -> known.perJoint && known.key().equals(key));
    }

    /** All, for a refusal. */
    static String all() {
        return Arrays.stream(values())
                .map(known -> known.key() + (known.isOfSignals() ? "[.SIGNAL]" : ""))
                .collect(Collectors.joining(", "));
    }
}
