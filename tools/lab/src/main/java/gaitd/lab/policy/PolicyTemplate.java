package gaitd.lab.policy;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.Posture;
import gaitd.policies.bundle.TargetRobot;
import gaitd.policies.bundle.TermFacts;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.policy.fit.ActionLimits;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the part of a manifest that an import needs. */
@Command(
        name = "template",
        description = "Prints the part of a manifest that import needs, to be edited: joint order, rates, posture,"
                + " observation and action lists with scales 1, offsets 0 and the widest limits of actions.",
        footer = {"", "Example: gaitd policy template --observe command,gravity --act joint_offset > head.toml"})
public final class PolicyTemplate implements Callable<Integer> {
    private static final int JOINTS = 12;
    private static final double KP_NM_RAD = 60;
    private static final double KD_NMS_RAD = 2;
    private static final double THIGH_RAD = 0.9;
    private static final double CALF_RAD = -1.8;

    @Mixin
    HelpOption help;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Option(names = "--name", paramLabel = "NAME", description = "name of the policy, default ${DEFAULT-VALUE}")
    private String name = "policy";

    @Option(
            names = "--observe",
            paramLabel = "SIGNAL",
            split = ",",
            description = "observation list in order: ${COMPLETION-CANDIDATES}")
    private List<ObservedSignal> observe = List.of(
            ObservedSignal.JOINT_OFFSET,
            ObservedSignal.JOINT_VELOCITY,
            ObservedSignal.GRAVITY,
            ObservedSignal.ANGULAR_VELOCITY,
            ObservedSignal.COMMAND);

    @Option(
            names = "--act",
            paramLabel = "SIGNAL",
            split = ",",
            description = "action list in order: ${COMPLETION-CANDIDATES}")
    private List<ActedSignal> act = List.of(ActedSignal.JOINT_OFFSET);

    @Option(names = "--policy-hz", paramLabel = "HZ", description = "rate of the policy, default ${DEFAULT-VALUE}")
    private double policyHz = 100;

    @Override
    public Integer call() {
        final Config settings = PolicyFiles.config(config.file);
        final TargetRobot robot = PolicyFit.robot(settings);
        final String rateProblem =
                policyHz > 0 ? Manifest.rateProblem(policyHz, robot.tickHz()) : "%s is no rate".formatted(policyHz);
        if (rateProblem != null) {
            throw new ConfigException("--policy-hz: " + rateProblem);
        }
        final double[] pose = new double[JOINTS];
        for (int joint = 0; joint < JOINTS; joint += 3) {
            pose[joint + 1] = THIGH_RAD;
            pose[joint + 2] = CALF_RAD;
        }
        final int actionSize = act.stream().mapToInt(signal -> signal.size).sum();
        final Manifest head = new Manifest(
                name,
                robot.joints(),
                policyHz,
                robot.tickHz(),
                observe.stream()
                        .map(signal -> Channel.uniform(signal, signal.size(actionSize, 1), 1, -100, 100)
                                .with(TermFacts.of(signal)))
                        .toList(),
                act.stream()
                        .map(signal -> ActionLimits.widest(signal, pose, settings))
                        .toList(),
                Posture.uniform(Math.min(KP_NM_RAD, robot.kpMax()), Math.min(KD_NMS_RAD, robot.kdMax()), pose),
                Manifest.ANY_GAIT,
                null,
                null);
        try {
            ActionLimits.check(head, settings);
        } catch (final BundleException e) {
            throw new ConfigException("--act: " + e.getMessage());
        }
        spec.commandLine().getOut().print(ManifestText.head(head));
        return ExitCode.OK;
    }
}
