package gaitd.robot.control;

import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the control process starts. It has one command only, so that nothing else can be loaded into the process that ticks. */
public final class ControlMain {
    private ControlMain() {}

    /**
     * Runs the control process and ends it with its exit code.
     *
     * @param args {@code control} and its flags
     */
    public static void main(final String[] args) {
        Program.main(Root.class, root -> {}, args);
    }

    /** The root above the one command. */
    @Command(name = "gaitd", description = "Controls a robot.", subcommands = ControlCommand.class)
    static final class Root implements Callable<Integer> {
        @Mixin
        HelpOption help;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), "no command: this process has only control");
        }
    }
}
