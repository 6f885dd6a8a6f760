package gaitd.robot.doctor;

/**
 * What one check found.
 *
 * @param name what was looked at
 * @param verdict how it is judged
 * @param is what is, with units; begins with {@code unknown:} when it could not be read
 * @param should what should be and why, empty when all is well
 * @param mend the command line that mends it, empty when all is well
 */
public record Finding(String name, Verdict verdict, String is, String should, String mend) {
    static Finding ok(final String name, final String is) {
        return new Finding(name, Verdict.OK, is, "", "");
    }

    static Finding warn(final String name, final String is, final String should, final String mend) {
        return new Finding(name, Verdict.WARN, is, should, mend);
    }

    static Finding fail(final String name, final String is, final String should, final String mend) {
        return new Finding(name, Verdict.FAIL, is, should, mend);
    }
}
