package gaitd.runtime.policy.fit;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.bundle.Posture;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.bundle.Trust;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.solver.Scheme;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Bundles of small untrained LTC networks with random weights. */
public final class LtcBundle {
    private static final int UNITS = 16;

    private LtcBundle() {}

    /** A policy that observes all there is and adds a little to everything. */
    public static WalkingPolicy policy(final Config config) {
        return fit(config).create();
    }

    /** The bundle of a policy that observes the joints and moves the legs alone. */
    public static PolicyFit targets(final Config config) {
        final BundleFiles files = files(
                config,
                List.of(ObservedSignal.JOINT_OFFSET, ObservedSignal.LAST_ACTION),
                List.of(ActedSignal.JOINT_TARGET));
        return PolicyFit.of(open(files, config), config);
    }

    /** The bundle of that policy. */
    public static PolicyFit fit(final Config config) {
        return fit(config, List.of(ObservedSignal.values()));
    }

    /** The bundle of a policy that observes as much as one that adapts may. */
    public static PolicyFit adapting(final Config config) {
        return fit(
                config,
                Arrays.stream(ObservedSignal.values())
                        .filter(signal ->
                                signal != ObservedSignal.LAST_ACTION_SCALED && signal != ObservedSignal.PREVIOUS_ACTION)
                        .toList());
    }

    private static PolicyFit fit(final Config config, final List<ObservedSignal> observed) {
        return PolicyFit.of(
                open(
                        files(
                                config,
                                observed,
                                List.of(
                                        ActedSignal.JOINT_OFFSET,
                                        ActedSignal.OSCILLATOR_AMPLITUDE_OFFSET,
                                        ActedSignal.OSCILLATOR_FREQUENCY_OFFSET,
                                        ActedSignal.OSCILLATOR_HEADING_RATE)),
                        config),
                config);
    }

    static Bundle open(final BundleFiles files, final Config config) {
        return Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
    }

    static BundleFiles files(final Config config, final List<ObservedSignal> observed, final List<ActedSignal> acted) {
        final int outputs = acted.stream().mapToInt(signal -> signal.size).sum();
        final List<Channel<ObservedSignal>> observations = observed.stream()
                .map(signal -> Channel.uniform(signal, signal.size(outputs, 1), 1, -100, 100)
                        .with(TermFacts.of(signal)))
                .toList();
        final Manifest head = new Manifest(
                "small-ltc",
                PolicyFit.robot(config).joints(),
                100,
                config.get(Setting.RATE_HZ),
                observations,
                acted.stream()
                        .map(signal -> Channel.uniform(signal, signal.size, 0.02, -bound(signal), bound(signal)))
                        .toList(),
                Posture.uniform(60, 2, 0, 0.8, -1.6, 0, 0.8, -1.6, 0, 0.8, -1.6, 0, 0.8, -1.6),
                Manifest.ANY_GAIT,
                null,
                null);
        final OdeFacts facts = new OdeFacts(
                OdeKind.LTC,
                Activation.SIGMOID,
                Manifest.size(observations),
                UNITS,
                outputs,
                false,
                Scheme.SEMI_IMPLICIT,
                6,
                0.01);
        return BundleMaker.make(
                ManifestText.head(head),
                new ImportedNetwork(facts, weights(facts)),
                new Provenance("test", 3, "test"),
                null,
                PolicyFit.robot(config),
                PolicyFit.CELLS);
    }

    private static Safetensors weights(final OdeFacts facts) {
        final SplittableRandom random = new SplittableRandom(3);
        final List<Tensor> tensors = new ArrayList<>();
        facts.shapes().forEach((name, shape) -> {
            final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = "tau".equals(name) ? 0.1 : random.nextDouble(-0.1, 0.1);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return new Safetensors(tensors, Map.of());
    }

    private static double bound(final ActedSignal signal) {
        return signal == ActedSignal.TRUNK_HEIGHT_OFFSET ? 0.06 : 0.1;
    }
}
