package gaitd.lab.imitate;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which inputs a network listens to: how far its outputs go from what they were when one kind of observation is held at its mean, the
 * others as they were.
 *
 * <p>For each kind the network runs over the whole sequence, its state along with it, so that what a network with memory could know
 * from another time counts, too. Observations that say the same in other words hide each other.
 */
final class Attribution {
    private final List<float[]> inputs;
    private final List<Boolean> begins;

    /**
     * Over a sequence of inputs.
     *
     * @param inputs of the network, step by step, normalised
     * @param begins whether the network's state is zero before a step
     */
    Attribution(final List<float[]> inputs, final List<Boolean> begins) {
        this.inputs = List.copyOf(inputs);
        this.begins = List.copyOf(begins);
    }

    /** Kinds of observations, in the manifest's order. */
    static List<String> kinds(final Manifest manifest) {
        return manifest.observations().stream()
                .map(Channel::signal)
                .map(ObservedSignal::key)
                .toList();
    }

    /**
     * How much the outputs depend on each kind.
     *
     * @param bundle a policy
     * @return a share for each kind: root mean square of the change of the outputs over that of the outputs about their means
     */
    double[] of(final Bundle bundle) {
        final Manifest manifest = bundle.manifest();
        final List<float[]> whole = run(bundle, 0, 0);
        final double spread = spread(whole);
        final double[] shares = new double[manifest.observations().size()];
        int at = 0;
        for (int i = 0; i < shares.length; i++) {
            final int size = manifest.observations().get(i).size();
            final double changed = difference(whole, run(bundle, at, at + size));
            shares[i] = spread > 0 ? Math.sqrt(changed / spread) : 0;
            at += size;
        }
        return shares;
    }

    /** Outputs when inputs of a range are zeros. */
    private List<float[]> run(final Bundle bundle, final int from, final int end) {
        final Manifest manifest = bundle.manifest();
        final PolicyCell cell = PolicyFit.CELLS.create(manifest.cell(), bundle.tensors());
        final List<float[]> outputs = new ArrayList<>();
        for (int step = 0; step < inputs.size(); step++) {
            final float[] input = inputs.get(step).clone();
            java.util.Arrays.fill(input, from, end, 0);
            if (begins.get(step)) {
                cell.reset();
            }
            final float[] output = new float[manifest.cell().outputs()];
            cell.step(input, manifest.cell().elapsedPerStep(), output);
            outputs.add(output);
        }
        return outputs;
    }

    /** Sum of squares about the means. */
    private static double spread(final List<float[]> outputs) {
        double sum = 0;
        for (int k = 0; k < outputs.getFirst().length; k++) {
            double mean = 0;
            for (final float[] output : outputs) {
                mean += output[k] / outputs.size();
            }
            for (final float[] output : outputs) {
                sum += (output[k] - mean) * (output[k] - mean);
            }
        }
        return sum;
    }

    private static double difference(final List<float[]> one, final List<float[]> other) {
        double sum = 0;
        for (int step = 0; step < one.size(); step++) {
            for (int k = 0; k < one.get(step).length; k++) {
                final double d = one.get(step)[k] - other.get(step)[k];
                sum += d * d;
            }
        }
        return sum;
    }
}
