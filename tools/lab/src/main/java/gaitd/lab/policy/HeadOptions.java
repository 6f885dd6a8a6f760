package gaitd.lab.policy;

import gaitd.lab.head.HeadSources;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.container.FileKind;
import gaitd.policies.onnx.OnnxMetadata;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The manifest of an import: given, or written from what tells of the policy. */
final class HeadOptions {
    /** What to do when nothing tells of the policy. */
    static final String MISSING =
            "without --manifest HEAD.toml the manifest is written from --with, --like and --set, and asks for what these lack";

    private static final int NAME_MAX = 64;

    @Option(
            names = "--manifest",
            paramLabel = "HEAD.toml",
            description = "joint order, rates, posture, observation and action lists, as template prints them;"
                    + " without it they are written from --with, --like and --set")
    private Path manifest;

    @Option(
            names = "--like",
            paramLabel = "FAMILY",
            description = "assume what nothing tells as its policies have it: legged-gym, isaac-lab, rl-sar,"
                    + " mujoco-playground, unitree-rl-lab, mjlab or walk-these-ways")
    private String family;

    @Option(
            names = "--with",
            paramLabel = "FILE.yaml",
            description = "settings of the policy, as its program wrote them; may be given again")
    private List<Path> files = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a value of the manifest, before all that files tell; lists with commas")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--manifest-out",
            paramLabel = "HEAD.toml",
            description = "keeps the manifest that was written, to be edited and given by --manifest")
    private Path out;

    HeadOptions() {}

    /** Refuses options that contradict each other. */
    void check() {
        if (manifest != null && (family != null || !files.isEmpty() || !set.isEmpty() || out != null)) {
            throw new FactsException("--manifest tells everything: --like, --with, --set and --manifest-out are for"
                    + " imports without it");
        }
    }

    /** Whether anything tells of the policy. */
    boolean isGiven() {
        return manifest != null || family != null || !files.isEmpty() || !set.isEmpty();
    }

    /** Text of the manifest without cell and provenance; prints what it was written from. */
    String text(final Path file, final ImportedNetwork network, final Config robot, final PrintWriter printer) {
        if (manifest != null) {
            return PolicyFiles.text(manifest);
        }
        final int outputs = network.facts().outputs();
        if (outputs != ActedSignal.JOINT_TARGET.size) {
            throw new FactsException("the network has %d outputs; without --manifest HEAD.toml it has to aim %d joints"
                    .formatted(outputs, ActedSignal.JOINT_TARGET.size));
        }
        final HeadSources sources = new HeadSources(set);
        final byte[] bytes = PolicyFiles.bytes(file, BundlePart.WEIGHTS.maxBytes);
        if (FileKind.of(bytes) == FileKind.ONNX) {
            sources.metadata(OnnxMetadata.read(bytes));
        }
        for (final Path yaml : files) {
            sources.yaml(String.valueOf(yaml.getFileName()), PolicyFiles.text(yaml));
        }
        final String head = sources.write(name(file), family, network.facts().inputs(), robot);
        sources.lines().forEach(printer::println);
        if (out != null) {
            PolicyFiles.attempt(out, () -> Files.writeString(out, head, StandardOpenOption.CREATE_NEW));
        }
        return head;
    }

    private static String name(final Path file) {
        final String name = String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]*$", "")
                .replaceAll("[^a-z0-9._-]", "-")
                .replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "policy" : name.substring(0, Math.min(name.length(), NAME_MAX));
    }

    /** The options that the manifest was written from. */
    String commandLine() {
        return (family == null ? "" : " --like " + family)
                + files.stream().map(yaml -> " --with " + yaml.getFileName()).collect(Collectors.joining())
                + set.entrySet().stream()
                        .map(entry -> " --set " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }
}
