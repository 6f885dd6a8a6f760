package gaitd.lab.policy;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a network trained elsewhere. */
@Command(
        name = "import",
        description = "Makes a bundle of a network trained elsewhere. Facts that are not in its file must be given.",
        footer = {
            "",
            "--out takes a new folder, or a name that ends in .zip.",
            "Without --manifest it is written from the model's metadata, --with and --like; what it is written from is printed.",
            "Example: gaitd policy import policy.pt --like rl-sar --with base.yaml --with config.yaml --out trot.zip",
            "Example: gaitd policy import actor.safetensors --kind mlp --fact activation=elu"
                    + " --fact output_activation=none --manifest head.toml --out trot.zip"
        })
public final class PolicyImport implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "an ONNX model, a TorchScript module, or a state dictionary: a PyTorch checkpoint, .safetensors,"
                            + " .npz or HDF5 of Keras")
    private Path file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "of a state dictionary: ncps-ltc, ncps-cfc, mlp, lstm or gru")
    private String kind;

    @Option(
            names = "--fact",
            paramLabel = "KEY=VALUE",
            description = "a fact that the file lacks; without any, all needed ones are listed")
    private Map<String, String> facts = new LinkedHashMap<>();

    @Mixin
    private HeadOptions head;

    @Option(
            names = "--golden",
            paramLabel = "FILE.json",
            description =
                    "outputs of the original network that the bundle has to give: tolerance, elapsed, inputs, outputs;"
                            + " default: what this program's cell gives")
    private Path golden;

    @Override
    public Integer call() {
        head.check();
        final ImportedNetwork network = network();
        final Config robot = PolicyFiles.config(config.file);
        final byte[] reference = golden == null ? null : PolicyFiles.bytes(golden, BundlePart.GOLDEN.maxBytes);
        final BundleFiles files = BundleMaker.make(
                head.text(file, network, robot, spec.commandLine().getOut()),
                network,
                new Provenance(commandLine(), seed.value(), Version.TEXT),
                reference,
                PolicyFit.robot(robot),
                Networks.FASTEST);
        PolicyFiles.write(files, out.path);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s with %d inputs and %d outputs%n",
                        out.path,
                        kind == null ? network.facts().kind() : kind,
                        network.facts().inputs(),
                        network.facts().outputs());
        tellWhatDoesNotFit(files, robot);
        return ExitCode.OK;
    }

    /** A bundle may be made for a robot with other settings: what these refuse is told, and is no reason to keep none. */
    private void tellWhatDoesNotFit(final BundleFiles files, final Config robot) {
        try {
            PolicyFiles.checkFit(Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(robot), Networks.FASTEST), robot);
        } catch (final BundleException e) {
            spec.commandLine()
                    .getErr()
                    .printf("gaitd: %s: this robot does not run it as it is: %s%n", out.path, e.getMessage());
        }
    }

    private ImportedNetwork network() {
        try {
            return new NetworkFile(file, kind, facts).read();
        } catch (final FactsException e) {
            throw head.isGiven() ? e : new FactsException(e.getMessage() + "; " + HeadOptions.MISSING);
        }
    }

    private String commandLine() {
        return "gaitd policy import " + file.getFileName()
                + (kind == null ? "" : " --kind " + kind)
                + facts.entrySet().stream()
                        .map(fact -> " --fact " + fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining())
                + head.commandLine();
    }
}
