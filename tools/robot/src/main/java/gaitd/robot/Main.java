package gaitd.robot;

import gaitd.robot.cli.Program;

/** Where the program starts, with all its commands. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args command and flags
     */
    public static void main(final String[] args) {
        Program.main(Gaitd.class, Extensions::add, args);
    }
}
