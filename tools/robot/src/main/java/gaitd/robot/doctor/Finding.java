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
public record Finding(String name, Verdict verdict, String is, String should, String fix) {
    static Finding ok(final String name, final String is) {
        return new Finding(name, Verdict.OK, is, "", "");
    }

    static Finding warn(final String name, final String is, final String should, final String fix) {
        return new Finding(name, Verdict.WARN, is, should, fix);
    }

    static Finding fail(final String name, final String is, final String should, final String fix) {
        return new Finding(name, Verdict.FAIL, is, should, fix);
    }
}
