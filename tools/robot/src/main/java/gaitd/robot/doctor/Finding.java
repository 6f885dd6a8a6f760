package gaitd.robot.doctor;

/**
 * What one check found.
 *
 * @param name of the check
 * @param verdict how it is judged
 * @param is state found, with units; begins with {@code unknown:} when it could not be read
 * @param should requirement and reason, empty when ok
 * @param fix command line that fixes it, empty when ok
 */
public record Finding(String name, CheckVerdict verdict, String is, String should, String fix) {
    /**
     * All is well.
     *
     * @param name what was looked at
     * @param is what is, with units
     * @return the finding
     */
    public static Finding ok(final String name, final String is) {
        return new Finding(name, CheckVerdict.OK, is, "", "");
    }

    /**
     * Works, but not as well as it could.
     *
     * @param name what was looked at
     * @param is what is, with units
     * @param should what should be and why
     * @param fix the command line that fixes it
     * @return the finding
     */
    public static Finding warn(final String name, final String is, final String should, final String fix) {
        return new Finding(name, CheckVerdict.WARN, is, should, fix);
    }

    static Finding fail(final String name, final String is, final String should, final String fix) {
        return new Finding(name, CheckVerdict.FAIL, is, should, fix);
    }
}
