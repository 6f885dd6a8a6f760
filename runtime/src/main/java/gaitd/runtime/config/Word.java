package gaitd.runtime.config;

/** A word that a setting may have in place of a number. */
enum Word {
    /** Turns off a guard whose value must not be over its limit. */
    OVER("off", Double.POSITIVE_INFINITY),
    /** Turns off a guard whose value must not be under its limit. */
    UNDER("off", Double.NEGATIVE_INFINITY),
    /** Turns off what a positive number turns on. */
    OFF("off", 0),
    /** Turns off what 0 and more turn on. */
    NOTHING("off", -1),
    /** Leaves the choice to the system, which 0 and more would make. */
    ANY("any", -1),
    /** Leaves the system's value as it is. */
    SYSTEM("system", 0);

    /** As configurations have it. */
    final String text;
    /** The number that code knows it by. */
    final double value;

    Word(final String text, final double value) {
        this.text = text;
        this.value = value;
    }
}
