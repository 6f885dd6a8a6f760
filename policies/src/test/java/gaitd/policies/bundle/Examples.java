package gaitd.policies.bundle;

import gaitd.policies.kernel.Activation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A small bundle that is right, its parts to damage, and a plain cell to run it. */
final class Examples {
    static final List<String> JOINTS = List.of(
            "FR_hip",
            "FR_thigh",
            "FR_calf",
            "FL_hip",
            "FL_thigh",
            "FL_calf",
            "RR_hip",
            "RR_thigh",
            "RR_calf",
            "RL_hip",
            "RL_thigh",
            "RL_calf");

    static final TargetRobot ROBOT =
            new TargetRobot(JOINTS, 500, repeated(-0.802, -1.05, -2.7), repeated(0.802, 4.19, -0.916), 200, 10);

    static final LayersFacts SPEC = new LayersFacts(List.of(
            new LayersFacts.Layer(LayersFacts.Type.DENSE, 7, 5, Activation.TANH),
            new LayersFacts.Layer(LayersFacts.Type.DENSE, 5, 4, Activation.IDENTITY)));

    private Examples() {}

    private static List<Double> repeated(final double hip, final double thigh, final double calf) {
        final List<Double> all = new ArrayList<>();
        for (int leg = 0; leg < 4; leg++) {
            all.addAll(List.of(hip, thigh, calf));
        }
        return all;
    }

    static Manifest manifest() {
        return new Manifest(
                "small",
                JOINTS,
                100,
                500,
                List.of(
                        Channel.uniform(ObservedSignal.COMMAND, 3, 0.5, -1, 1),
                        Channel.uniform(ObservedSignal.FOOT_CONTACT, 4, 1, 0, 1)),
                List.of(Channel.uniform(ActedSignal.OSCILLATOR_AMPLITUDE, 4, 0.5, 1, 2)),
                Posture.uniform(60, 2, 0, 0.8, -1.5, 0, 0.8, -1.5, 0, 0.8, -1.5, 0, 0.8, -1.5),
                new TreeMap<>(Map.of("clearance_m", 0.09, "stance_x_m", -0.045)),
                SPEC,
                new Provenance("gaitd train --seed 7", 7, "0.1.0"));
    }

    static double[] fill(final int size, final double value) {
        final double[] values = new double[size];
        java.util.Arrays.fill(values, value);
        return values;
    }

    static Safetensors tensors(final CellFacts spec, final long seed) {
        final Random random = new Random(seed);
        final List<Tensor> list = new ArrayList<>();
        spec.shapes().forEach((name, shape) -> {
            int count = 1;
            for (final int size : shape) {
                count *= size;
            }
            final double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextGaussian();
            }
            list.add(new Tensor(name, shape, values));
        });
        return new Safetensors(list, Map.of());
    }

    /** From 0.1 to 0.5, which suits every parameter of every cell. */
    static Safetensors positiveTensors(final CellFacts spec, final long seed) {
        final List<Tensor> list = new ArrayList<>();
        for (final Tensor tensor : tensors(spec, seed).all()) {
            final double[] values = tensor.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.1 + 0.4 * Math.abs(Math.sin(values[i])));
            }
            list.add(new Tensor(tensor.name(), tensor.shape(), values));
        }
        return new Safetensors(list, Map.of());
    }

    static Golden golden(final CellFacts spec, final PolicyCell cell, final int steps) {
        final Random random = new Random(5);
        final double[][] inputs = new double[steps][spec.inputs()];
        final double[] elapsed = fill(steps, spec.elapsedPerStep());
        for (final double[] row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextDouble(-1, 1);
            }
        }
        final double[][] none = new double[steps][spec.outputs()];
        return new Golden(1e-5, elapsed, inputs, new Golden(0, elapsed, inputs, none).run(cell, spec.outputs()));
    }

    static BundleFiles files() {
        final Safetensors tensors = tensors(SPEC, 3);
        return BundleFiles.seal(
                ManifestText.write(manifest()),
                SafetensorsWriter.write(tensors),
                golden(SPEC, new DenseReference(SPEC, tensors), 3).write());
    }

    /** The bundle with a learner's part, which is some tensor here. */
    static BundleFiles filesWithLearner() {
        return files().withLearner(SafetensorsWriter.write(tensors(SPEC, 4)));
    }

    /** The bundle with one text replaced in its manifest, its hashes right again. */
    static BundleFiles withManifest(final String from, final String to) {
        return withManifest(text -> {
            if (!text.contains(from)) {
                throw new AssertionError(from + " is not in\n" + text);
            }
            return text.replace(from, to);
        });
    }

    static BundleFiles withManifest(final UnaryOperator<String> change) {
        final BundleFiles files = files();
        final String text = new String(files.bytes(BundlePart.MANIFEST), StandardCharsets.UTF_8);
        return BundleFiles.seal(
                change.apply(text).getBytes(StandardCharsets.UTF_8),
                files.bytes(BundlePart.WEIGHTS),
                files.bytes(BundlePart.GOLDEN));
    }

    static BundleFiles withGolden(final String from, final String to) {
        final BundleFiles files = files();
        final String text = new String(files.bytes(BundlePart.GOLDEN), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new AssertionError(from + " is not in\n" + text);
        }
        return BundleFiles.seal(
                files.bytes(BundlePart.MANIFEST),
                files.bytes(BundlePart.WEIGHTS),
                text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    static BundleFiles withWeights(final byte[] weights) {
        final BundleFiles files = files();
        return BundleFiles.seal(files.bytes(BundlePart.MANIFEST), weights, files.bytes(BundlePart.GOLDEN));
    }

    static BundleCheck check(final BundleFiles files) {
        return BundleCheck.of(files, Trust.ANYBODY, ROBOT, DenseReference::new);
    }

    /** The only finding there is. */
    static String finding(final BundleFiles files) {
        final BundleCheck check = check(files);
        if (check.findings().size() != 1) {
            throw new AssertionError("one finding expected: " + check.findings());
        }
        return check.findings().getFirst().toString();
    }
}
