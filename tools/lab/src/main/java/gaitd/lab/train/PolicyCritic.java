package gaitd.lab.train;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.PpoLearner;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.env.Workers;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Env;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a bundle what learning goes on from; its policy stays, byte for byte. */
@Command(
        name = "critic",
        description =
                "Trains a critic for the policy of a bundle, which stays as it is, and adds what learning goes on from: critic,"
                        + " exploration, scale of rewards.",
        footer = {
            "",
            "The networks are those that the policy was trained with: see the command in its manifest.",
            "Example: gaitd policy critic policy.zip --task a1-stage1 --net ltc --out with-critic.zip"
        })
public final class PolicyCritic implements Callable<Integer> {
    private static final double STEPS_MAX = 1e12;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private SeedOption seed;

    @Mixin
    NetOptions nets;

    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a policy of an A1 task, by its path or its name")
    private Path bundle;

    @Option(names = "--task", paramLabel = "TASK", required = true, description = "what it was trained for")
    private String taskName;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "400000",
            description = "policy steps, all copies together (default ${DEFAULT-VALUE})")
    private long steps;

    @Option(
            names = "--environments",
            paramLabel = "N",
            defaultValue = "256",
            description = "copies of the task (default ${DEFAULT-VALUE})")
    private int environments;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "changes the speed only (default ${DEFAULT-VALUE})")
    private int threads;

    @Spec
    void describe(final CommandSpec command) {
        spec = command;
        PpoOptions.addTo(command);
    }

    @Override
    public Integer call() {
        Inputs.inRange("--environments", environments, 1, 65_536, "");
        Inputs.inRange("--threads", threads, 1, 256, "");
        Inputs.inRange("--steps", (double) steps, 1, STEPS_MAX, "");
        Outputs.check(out.path, OutOption.NAME);
        final A1Task task = TrainTask.of(taskName).a1();
        if (task == null) {
            throw new ConfigException("--task " + taskName + ": it has no bundles; expected "
                    + String.join(" or ", A1Task.NAMES) + " or the path of a task file of the A1");
        }
        final BundleFiles files = PolicyFiles.read(bundle);
        try (A1Env env = new A1Env(task, environments, threads, FaultPlan.NONE);
                Workers workers = new Workers(threads)) {
            PolicyFiles.write(files.withLearner(learn(task, files, env, workers)), out.path);
        } catch (final BundleException e) {
            throw new ConfigException(bundle + ": " + e.getMessage());
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
        return ExitCode.OK;
    }

    private static boolean takes(
            final PpoLearner learner, final Net net, final Bundle policy, final float[][] normalisation) {
        final float[] actor;
        try {
            actor = net.parameters(policy.tensors());
        } catch (final IllegalArgumentException e) {
            return false;
        }
        learner.adoptActor(actor, normalisation[0], normalisation[1]);
        return net.export(actor).facts().equals(policy.manifest().cell()) && Arrays.equals(actor, learner.actor());
    }

    private byte[] learn(final A1Task task, final BundleFiles files, final A1Env env, final Workers workers) {
        final Bundle policy = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        final NetPlan actorPlan = nets.actor();
        final NetPlan criticPlan = nets.critic();
        final PpoSettings settings = PpoOptions.settings(spec, "ppo", actorPlan.rule() == Rule.EP);
        final Net actorNet = Nets.of(actorPlan, env.observations(), env.actions());
        final float[][] normalisation = TaskBundle.normalisation(task, policy.manifest());
        final PpoLearner learner = new PpoLearner(
                actorNet, Nets.of(criticPlan, env.observations(), 1), env, settings, workers, seed.value());
        if (!takes(learner, actorNet, policy, normalisation)) {
            throw new BundleException("its network is not one of" + TrainText.options(actorPlan, criticPlan)
                    + "; expected the options of the command in its manifest, \""
                    + policy.manifest().provenance().command() + "\"");
        }
        learner.freezeActor();
        learner.restart(seed.value());
        final long iterations = Math.max(1, steps / learner.stepsPerIteration());
        final ProgressLine line = Screen.isThere()
                ? new ProgressLine(spec.commandLine().getErr(), "iterations", iterations, 0, System::nanoTime)
                : null;
        for (long i = 0; i < iterations; i++) {
            learner.iterate();
            if (line != null) {
                line.accept(1);
            }
        }
        if (line != null) {
            line.clear();
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: a critic of %d steps, mean error %.3g of a deviation of returns; reward of an episode %.3f%n",
                        out.path,
                        iterations * learner.stepsPerIteration(),
                        Math.sqrt(learner.update().valueError()),
                        learner.episodes().reward());
        return learner.part(
                        actorPlan,
                        criticPlan,
                        task.name(),
                        task.text(),
                        "policy critic %s --task %s%s --environments %d --steps %d%s --seed %d"
                                .formatted(
                                        bundle.getFileName(),
                                        taskName,
                                        TrainText.options(actorPlan, criticPlan),
                                        environments,
                                        steps,
                                        TrainText.options(settings, false),
                                        seed.value()))
                .write();
    }
}
