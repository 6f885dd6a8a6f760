package gaitd.robot.cli;

/** Exit codes of the program. */
public final class ExitCode {
    /** Did what was asked. */
    public static final int OK = 0;
    /** Ran and did not succeed: a fall, a fault, a check that failed. */
    public static final int FAILED = 1;
    /** The command line or a configuration is wrong. */
    public static final int USAGE = 2;
    /** The machine refuses: permission, port, route, no answer. */
    public static final int REFUSED = 3;

    private ExitCode() {}
}
