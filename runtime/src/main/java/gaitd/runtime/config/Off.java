package gaitd.runtime.config;

/** What the word "off" stands for in the limit of a guard: a number that no value passes. */
enum Off {
    /** For limits that a value must not be over. */
    OVER(Double.POSITIVE_INFINITY),
    /** For limits that a value must not be under. */
    UNDER(Double.NEGATIVE_INFINITY);

    final double value;

    Off(final double value) {
        this.value = value;
    }
}
