package gaitd.lab.policy;

import gaitd.lab.train.TrainTask;
import gaitd.policies.bundle.Provenance;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the bundle of a task's walk without learning, as a baseline. */
@Command(
        name = "baseline",
        description =
                "Makes the bundle of a task's walk before any learning: its gait settings and a network of zeros.",
        footer = {
            "",
            "--out takes a new folder, or a name that ends in .zip.",
            "Example: gaitd policy baseline a1-stage2 --out a1-stage2-baseline.zip"
        })
public final class PolicyBaseline implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TASK",
            description = "a1-stage1, a1-stage2 or a task file of the A1 whose policies add to the walk")
    private String name;

    @Override
    public Integer call() {
        final A1Task task = TrainTask.of(name).a1();
        if (task == null || task.movesLegs()) {
            final String those = A1Task.NAMES.stream()
                    .filter(each -> !A1Task.of(each).movesLegs())
                    .collect(Collectors.joining(" or "));
            throw new ConfigException("task " + name + ": it has no walk; expected " + those
                    + " or the path of a task file of the A1 whose policies add to the walk");
        }
        PolicyFiles.write(
                TaskBundle.baseline(task, new Provenance("policy baseline " + name, 1, Version.TEXT)), out.path);
        spec.commandLine()
                .getOut()
                .printf("%s: the walk of %s, to which a network of zeros adds nothing%n", out.path, task.name());
        return ExitCode.OK;
    }
}
