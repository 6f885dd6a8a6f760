package gaitd.sim.task;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.bundle.TargetRobot;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.GaitSettings;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes bundles of tasks: of a network that learned one, to be fed on the robot as it was in training, and of the walk before. */
public final class TaskBundle {
    /** Greatest factor a manifest takes. */
    private static final double SCALE_MAX = 1e6;

    private TaskBundle() {}

    /**
     * Makes a bundle and checks it.
     *
     * @param task what was learned
     * @param name name of the policy: lower case letters, digits, dots and dashes
     * @param network takes clamp((observation - mean) / deviation, -clip, clip), observations as {@link A1Env} gives them, and
     *     gives actions nominally from -1 to 1
     * @param mean subtracted from each observation
     * @param deviation each observation is divided by, above 0
     * @param clip limit of the network's inputs, above 0
     * @param provenance where the network comes from
     * @return the files, without a signature
     * @throws BundleException in one line when they do not fit together
     */
    public static BundleFiles make(
            final A1Task task,
            final String name,
            final ImportedNetwork network,
            final float[] mean,
            final float[] deviation,
            final double clip,
            final Provenance provenance) {
        final int size = task.observationSize();
        if (mean.length != size || deviation.length != size) {
            throw new BundleException("task %s has %d observations, means are %d and deviations %d"
                    .formatted(task.name(), size, mean.length, deviation.length));
        }
        if (!(clip > 0 && clip <= SCALE_MAX)) {
            throw new BundleException("clip is " + clip + ", must be above 0 and at most " + SCALE_MAX);
        }
        final Config config = task.config();
        final TargetRobot robot = PolicyFit.robot(config);
        final Manifest head = new Manifest(
                name,
                robot.joints(),
                config.get(Setting.POLICY_RATE_HZ),
                config.get(Setting.RATE_HZ),
                observations(task, mean, deviation, clip),
                task.actions.stream().map(Acted::channel).toList(),
                task.posture,
                GaitSettings.of(config),
                null,
                null);
        return BundleMaker.make(ManifestText.head(head), network, provenance, null, robot, PolicyFit.CELLS);
    }

    /**
     * Makes the bundle of a task's walk before any learning: a network of zeros, which adds nothing.
     *
     * @param task whose walk
     * @param provenance what asked for it
     * @return the files, without a signature
     */
    public static BundleFiles baseline(final A1Task task, final Provenance provenance) {
        final int inputs = task.observationSize();
        final Net net = Nets.of(NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(1)), inputs, task.actionSize());
        final float[] ones = new float[inputs];
        Arrays.fill(ones, 1);
        return make(
                task,
                task.name() + "-baseline",
                net.export(new float[net.layout().size()]),
                new float[inputs],
                ones,
                PpoSettings.OBSERVATION_MAX,
                provenance);
    }

    private static List<Channel<ObservedSignal>> observations(
            final A1Task task, final float[] mean, final float[] deviation, final double clip) {
        final List<Channel<ObservedSignal>> channels = new ArrayList<>();
        int at = 0;
        for (final Observed observed : task.observations) {
            final int size = observed.scale.length;
            final double[] scale = new double[size];
            final double[] offset = observed.offset.clone();
            for (int i = 0; i < size; i++, at++) {
                if (!(deviation[at] > 0) || !Float.isFinite(mean[at])) {
                    throw new BundleException(
                            "observation %d (%s): mean %s, deviation %s; expected numbers, the second above 0"
                                    .formatted(at, observed.signal.key(), mean[at], deviation[at]));
                }
                if (observed.scale[i] != 0) {
                    scale[i] = Math.clamp(observed.scale[i] / deviation[at], -SCALE_MAX, SCALE_MAX);
                    offset[i] += mean[at] / observed.scale[i];
                }
            }
            channels.add(new Channel<>(observed.signal, scale, offset, filled(size, -clip), filled(size, clip))
                    .with(observed.facts));
        }
        return channels;
    }

    /**
     * The means and deviations that {@link #make} put into a manifest.
     *
     * @param task what was learned
     * @param manifest of a bundle of this task
     * @return means, then deviations, one an observation each; 0 and 1 where nothing is observed
     * @throws BundleException in one line when the manifest is of another task
     */
    public static float[][] normalisation(final A1Task task, final Manifest manifest) {
        if (!task.observed()
                        .equals(manifest.observations().stream()
                                .map(Channel::signal)
                                .toList())
                || task.observationSize() != manifest.cell().inputs()
                || !task.acted()
                        .equals(manifest.actions().stream().map(Channel::signal).toList())) {
            throw new BundleException(
                    "manifest.toml: its observations and actions are not those of task " + task.name());
        }
        final float[] mean = new float[task.observationSize()];
        final float[] deviation = new float[mean.length];
        int at = 0;
        for (int k = 0; k < task.observations.size(); k++) {
            final Observed observed = task.observations.get(k);
            final Channel<ObservedSignal> channel = manifest.observations().get(k);
            for (int i = 0; i < observed.scale.length; i++, at++) {
                final boolean seen = observed.scale[i] != 0 && channel.scale()[i] != 0;
                mean[at] = seen ? (float) ((channel.offset()[i] - observed.offset[i]) * observed.scale[i]) : 0;
                deviation[at] = seen ? (float) (observed.scale[i] / channel.scale()[i]) : 1;
            }
        }
        return new float[][] {mean, deviation};
    }

    private static double[] filled(final int size, final double value) {
        final double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
