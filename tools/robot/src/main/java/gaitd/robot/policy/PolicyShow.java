package gaitd.robot.policy;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the contents of a bundle. */
@Command(
        name = "show",
        description = "Prints the contents of a bundle: cell, sizes, rates, observation and action lists, provenance.",
        footer = {"", "Example: gaitd policy show trot.zip --json trot.json"})
public final class PolicyShow implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder or a zip")
    private Path bundle;

    @Override
    public Integer call() {
        json.check();
        final Bundle opened = Bundle.open(PolicyFiles.read(bundle), Trust.ANYBODY, null, Networks.FASTEST);
        final Map<String, Object> values = values(opened);
        final Report report = new Report();
        values.forEach((key, value) -> {
            report.put(key, value);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%-18s %s%n",
                            key,
                            value instanceof final List<?> list
                                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    : value);
        });
        json.write(report);
        return ExitCode.OK;
    }

    private static Map<String, Object> values(final Bundle bundle) {
        final Manifest manifest = bundle.manifest();
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", manifest.name());
        values.put("sha256", bundle.sha256());
        values.put("signer_key", bundle.signerHex());
        values.put("cell_kind", manifest.cell().kind());
        values.put("cell", manifest.cell().toString());
        values.put("inputs", manifest.cell().inputs());
        values.put("outputs", manifest.cell().outputs());
        values.put(
                "weights",
                bundle.tensors().all().stream().mapToInt(Tensor::size).sum());
        values.put("elapsed_per_step", manifest.cell().elapsedPerStep());
        values.put("policy_hz", manifest.policyHz());
        values.put("tick_hz", manifest.tickHz());
        values.put("joints", manifest.joints());
        values.put("observations", names(manifest.observations()));
        values.put("actions", names(manifest.actions()));
        values.put(
                "gait",
                manifest.gait().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
        values.put("golden_steps", bundle.golden().steps());
        values.put("command", manifest.provenance().command());
        values.put("seed", manifest.provenance().seed());
        values.put("version", manifest.provenance().version());
        return values;
    }

    private static List<String> names(final List<? extends Channel<?>> channels) {
        return channels.stream()
                .map(channel -> channel.signal().name().toLowerCase(Locale.ROOT) + " " + channel.size())
                .toList();
    }

    public static String signer(final Bundle bundle) {
        return bundle.signerHex() == null ? "unsigned" : "signed by key " + bundle.signerHex();
    }
}
