package gaitd.lab.policy;

import gaitd.lab.train.TrainTask;
import gaitd.policies.bundle.Provenance;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the bundle of a task's walk without learning, as a baseline. */
@Command(
        name = "baseline",
        description =
                "Makes the bundle of a task's walk before any learning: its gait settings and a network of zeros.",
        footer = {"", "Example: gaitd policy baseline a1-stage2 --out a1-stage2-baseline.zip"})
public final class PolicyBaseline implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TASK", description = "a1-stage1, a1-stage2 or a task file of the A1")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "BUNDLE",
            required = true,
            description = "a new folder, or a name ending in .zip")
    private Path bundle;

    @Override
    public Integer call() {
        final A1Task task = TrainTask.of(name).a1();
        if (task == null) {
            throw new ConfigException("task " + name + ": it has no walk; expected " + String.join(" or ", A1Task.NAMES)
                    + " or the path of a task file of the A1");
        }
        PolicyFiles.write(
                TaskBundle.baseline(task, new Provenance("policy baseline " + name, 1, Version.TEXT)), bundle);
        spec.commandLine()
                .getOut()
                .printf("%s: the walk of %s, to which a network of zeros adds nothing%n", bundle, task.name());
        return ExitCode.OK;
    }
}
