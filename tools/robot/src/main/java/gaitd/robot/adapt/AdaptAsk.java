package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks the process that adapts for one thing, and says what came of it. */
abstract class AdaptAsk implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    private final AdaptRequest what;
    private final String done;

    /**
     * A command.
     *
     * @param what is asked for
     * @param done what holds then, in words
     */
    AdaptAsk(final AdaptRequest what, final String done) {
        this.what = what;
        this.done = done;
    }

    @Override
    public final Integer call() {
        final Path folder = store.only();
        Asking.ask(folder, new RequestFile.Request(what, 0));
        spec.commandLine().getOut().println(folder + ": " + done);
        return ExitCode.OK;
    }
}
