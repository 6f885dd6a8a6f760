package gaitd.robot.trial;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.BundleStore;
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
import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.solver.Scheme;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Bundles of small networks that move the joints in ways that a trial is to tell apart. */
final class TrialBundles {
    private static final int UNITS = 32;
    private static final double HZ = 50;

    private TrialBundles() {}

    /** Adds a little to the walk. */
    static Path gentle(final Path folder) throws IOException {
        return write(folder, "gentle", ActedSignal.JOINT_OFFSET, 0.02, 0.1, 1, level());
    }

    /** Adds what is far beyond its bounds. */
    static Path saturated(final Path folder) throws IOException {
        return write(folder, "saturated", ActedSignal.JOINT_OFFSET, 50, 0.02, 1, level());
    }

    /** Moves the legs alone, standing, and observes no velocity that it would have to follow. */
    static Path stands(final Path folder) throws IOException {
        return write(folder, "stands", ActedSignal.JOINT_TARGET, 0.001, 0.1, 0.001, level());
    }

    /** The same, kneeling on its front legs. */
    static Path kneels(final Path folder) throws IOException {
        final double[] pose = level();
        for (int leg = 0; leg < A1.RR; leg++) {
            pose[A1.JOINTS_PER_LEG * leg + A1.THIGH] = 1.3;
            pose[A1.JOINTS_PER_LEG * leg + A1.CALF] = -2.6;
        }
        return write(folder, "kneels", ActedSignal.JOINT_TARGET, 0.001, 0.1, 0.001, pose);
    }

    private static double[] level() {
        final double[] pose = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint += A1.JOINTS_PER_LEG) {
            pose[joint + A1.THIGH] = 0.8;
            pose[joint + A1.CALF] = -1.6;
        }
        return pose;
    }

    private static Path write(
            final Path folder,
            final String name,
            final ActedSignal acted,
            final double scale,
            final double bound,
            final double commandMax,
            final double[] pose)
            throws IOException {
        final List<Channel<ObservedSignal>> observed = List.of(
                Channel.uniform(ObservedSignal.GRAVITY, 3, 1, -100, 100),
                Channel.uniform(ObservedSignal.COMMAND, 3, 1, -commandMax, commandMax));
        final Manifest head = new Manifest(
                name,
                PolicyFit.robot(Config.defaults()).joints(),
                HZ,
                500,
                observed,
                List.of(Channel.uniform(acted, A1.JOINTS, scale, -bound, bound)),
                Posture.uniform(60, 2, pose),
                Manifest.ANY_GAIT,
                null,
                null);
        final OdeFacts facts = new OdeFacts(
                OdeKind.LTC,
                Activation.TANH,
                Manifest.size(observed),
                UNITS,
                A1.JOINTS,
                false,
                Scheme.SEMI_IMPLICIT,
                6,
                1 / HZ);
        final Path bundle = folder.resolve(name + ".zip");
        BundleStore.write(
                BundleMaker.make(
                        ManifestText.head(head),
                        new ImportedNetwork(facts, weights(facts)),
                        new Provenance("test", 1, Version.TEXT),
                        null,
                        PolicyFit.robot(Config.defaults()),
                        PolicyFit.CELLS),
                bundle);
        return bundle;
    }

    private static Safetensors weights(final OdeFacts facts) {
        final SplittableRandom random = new SplittableRandom(1);
        final List<Tensor> tensors = new ArrayList<>();
        facts.shapes().forEach((name, shape) -> {
            final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = "tau".equals(name) ? 0.1 : random.nextDouble(-0.3, 0.3);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return new Safetensors(tensors, Map.of());
    }
}
