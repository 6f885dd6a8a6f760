package gaitd.lab.sweep;

import gaitd.lab.train.TrainOptions;
import gaitd.lab.train.TrainPlan;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.task.A1Task;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Task and options of one training, as the arguments of {@code train}. */
@Command(name = "train")
final class TrialLine {
    @Mixin
    private TrainOptions options;

    private CommandSpec spec;

    @Spec
    void describe(final CommandSpec command) {
        spec = command;
        TrainOptions.addTo(command);
    }

    /** All options that there are. */
    static CommandSpec options() {
        return new CommandLine(new TrialLine()).getCommandSpec();
    }

    /**
     * Plan of a training.
     *
     * @param arguments task and options of {@code train}
     * @param a1 the robot's task, null to find the task by its name
     * @param seed decides everything that is drawn
     * @return checked
     * @throws ConfigException in one line when something is wrong
     */
    static TrainPlan plan(final List<String> arguments, final A1Task a1, final long seed) {
        final TrialLine line = new TrialLine();
        try {
            new CommandLine(line).parseArgs(arguments.toArray(String[]::new));
        } catch (final ParameterException e) {
            throw new ConfigException(e.getMessage());
        }
        return line.options.plan(line.spec, line.options.task(a1), seed, null, false);
    }
}
