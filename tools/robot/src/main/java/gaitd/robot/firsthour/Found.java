package gaitd.robot.firsthour;

/**
 * What a step found.
 *
 * @param passed whether it is as expected
 * @param text what was measured, and where it is wrong, what was expected
 */
record Found(boolean passed, String text) {
    static Found right(final String text) {
        return new Found(true, text);
    }

    static Found wrong(final String text) {
        return new Found(false, text);
    }
}
