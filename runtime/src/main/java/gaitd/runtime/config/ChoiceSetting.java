package gaitd.runtime.config;

import gaitd.hal.leg.RobotKind;
import gaitd.policies.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every setting that is one of a few words, declared once: key, default and meaning. Immutable.
 *
 * <p>Keys are TOML paths. Code asks {@link Config#get(ChoiceSetting)} when it is built, never in the tick.
 *
 * @param <E> the choices, in the order of the numbers that stood for them once
 */
public final class ChoiceSetting<E extends Enum<E>> {
    /** Whose legs. */
    public static final ChoiceSetting<RobotKind> ROBOT_KIND =
            new ChoiceSetting<>("robot.kind", RobotKind.A1, "whose leg lengths and mass: those of an A1, or of a Go1");
    /** What begins a tick. */
    public static final ChoiceSetting<Schedule> SCHEDULE = new ChoiceSetting<>(
            "loop.schedule", Schedule.TIMER, "what begins a tick: the timer, or the robot's packets");
    /** How memory is locked. */
    public static final ChoiceSetting<LockMemory> RT_LOCK_MEMORY = new ChoiceSetting<>(
            "rt.lock_memory", LockMemory.OFF, "keeps pages in memory: each once it was used, or all from the start");
    /** What the remote may do. */
    public static final ChoiceSetting<RemoteUse> REMOTE = new ChoiceSetting<>(
            "operator.remote",
            RemoteUse.STOP,
            "what the robot's wireless remote may do: only stop, or command the robot");
    /** What adapting does. */
    public static final ChoiceSetting<AdaptUse> ADAPT_USE = new ChoiceSetting<>(
            "adapt.use", AdaptUse.OFF, "adapting on the robot: records experience, or explores and takes weights, too");
    /** Whose weights may drive. */
    public static final ChoiceSetting<AdaptTrust> ADAPT_TRUST = new ChoiceSetting<>(
            "adapt.trust",
            AdaptTrust.NONE,
            "whose weights may drive in place of a signed bundle: nobody's, or the own learner's");
    /** All of them. */
    public static final List<ChoiceSetting<?>> ALL =
            List.of(ROBOT_KIND, SCHEDULE, RT_LOCK_MEMORY, REMOTE, ADAPT_USE, ADAPT_TRUST);

    /** TOML path. */
    public final String key;
    /** Value when nothing else is said. */
    public final E defaultValue;
    /** What it does, one line. */
    public final String meaning;

    private ChoiceSetting(final String key, final E defaultValue, final String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    private List<E> choices() {
        return Arrays.asList(defaultValue.getDeclaringClass().getEnumConstants());
    }

    /**
     * A value as configurations have it.
     *
     * @param value one of the choices
     * @return its word in quotes
     */
    public static String text(final Enum<?> value) {
        return '"' + Words.lower(value) + '"';
    }

    /**
     * A line of a configuration.
     *
     * @param value one of the choices
     * @return key and word
     */
    public String line(final Enum<?> value) {
        return key + " = " + text(value);
    }

    /**
     * Values that are allowed.
     *
     * @return for people
     */
    public String range() {
        return choices().stream().map(ChoiceSetting::text).collect(Collectors.joining(" or "));
    }

    /** The choice that a value of a file stands for; a number that once did is refused with its word. */
    E parse(final Object value, final String origin) {
        for (final E choice : choices()) {
            if (Words.lower(choice).equals(value)) {
                return choice;
            }
        }
        final String wrong = key + " = " + shown(value) + " (" + origin + ") ";
        if (value instanceof final Long number
                && number >= 0
                && number < choices().size()) {
            throw new ConfigException(wrong + "is a word now: write " + key + " = "
                    + text(choices().get(number.intValue())));
        }
        throw new ConfigException(wrong + "is none of its words: expected " + range());
    }

    private static String shown(final Object value) {
        return value instanceof final String text ? '"' + text + '"' : String.valueOf(value);
    }
}
