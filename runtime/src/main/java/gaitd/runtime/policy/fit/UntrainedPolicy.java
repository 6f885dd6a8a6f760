package gaitd.runtime.policy.fit;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
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
import gaitd.policies.bundle.TargetRobot;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.solver.Scheme;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An untrained residual policy: an LTC network of random weights, 48 inputs, 6 solver steps, 12 small joint offsets.
 */
public final class UntrainedPolicy {
    /** Rate of the policy, Hz. */
    public static final double POLICY_HZ = 100;

    private static final List<ObservedSignal> OBSERVED = List.of(
            ObservedSignal.JOINT_OFFSET,
            ObservedSignal.JOINT_VELOCITY,
            ObservedSignal.GRAVITY,
            ObservedSignal.ANGULAR_VELOCITY,
            ObservedSignal.LINEAR_VELOCITY,
            ObservedSignal.COMMAND,
            ObservedSignal.FOOT_CONTACT,
            ObservedSignal.OSCILLATOR_PHASE_SIN,
            ObservedSignal.OSCILLATOR_PHASE_COS);
    private static final int SUB_STEPS = 6;
    private static final double TAU_S = 0.1;
    private static final double WEIGHT = 0.1;
    private static final double SCALE_RAD = 0.02;
    private static final double THIGH_RAD = 0.8;
    private static final double CALF_RAD = -1.6;

    private UntrainedPolicy() {}

    /**
     * Makes one.
     *
     * @param units neurons
     * @param seed draws the weights
     * @param config rate and limits of the robot it fits
     * @return a checked bundle, unsigned
     */
    public static BundleFiles bundle(final int units, final long seed, final Config config) {
        final TargetRobot robot = PolicyFit.robot(config);
        final List<Channel<ObservedSignal>> observed = OBSERVED.stream()
                .map(signal -> Channel.uniform(signal, signal.size, 1, -100, 100))
                .toList();
        final double[] pose = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint += A1.JOINTS_PER_LEG) {
            pose[joint + A1.THIGH] = THIGH_RAD;
            pose[joint + A1.CALF] = CALF_RAD;
        }
        final Manifest head = new Manifest(
                "untrained-ltc-" + units,
                robot.joints(),
                POLICY_HZ,
                config.get(Setting.RATE_HZ),
                observed,
                List.of(Channel.uniform(ActedSignal.JOINT_OFFSET, A1.JOINTS, SCALE_RAD, -0.1, 0.1)),
                Posture.uniform(60, 2, pose),
                Manifest.ANY_GAIT,
                null,
                null);
        final OdeFacts facts = new OdeFacts(
                OdeKind.LTC,
                Activation.TANH,
                Manifest.size(observed),
                units,
                A1.JOINTS,
                false,
                Scheme.SEMI_IMPLICIT,
                SUB_STEPS,
                1 / POLICY_HZ);
        return BundleMaker.make(
                ManifestText.head(head),
                new ImportedNetwork(facts, weights(facts, seed)),
                new Provenance("untrained", seed, Version.TEXT),
                null,
                robot,
                PolicyFit.CELLS);
    }

    private static Safetensors weights(final OdeFacts facts, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Tensor> tensors = new ArrayList<>();
        facts.shapes().forEach((name, shape) -> {
            final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = "tau".equals(name) ? TAU_S : random.nextDouble(-WEIGHT, WEIGHT);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return new Safetensors(tensors, Map.of());
    }
}
