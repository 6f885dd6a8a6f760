package gaitd.policies.learn;

import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.SequenceData;
import java.util.Arrays;

/** A network over a batch of sequences: inputs, outputs, forward and backward pass, gradient. Used by one thread at a time. */
final class NetBatch {
    final SequenceData<float[]> data;
    final float[] gradient;
    final int inputs;
    final int outputs;
    final int states;

    private final BatchGradient<float[]> rule;

    NetBatch(final Net net, final int sequences, final int steps, final int extra) {
        rule = net.gradient(sequences, steps);
        data = rule.data();
        Arrays.fill(data.elapsed, (float) net.elapsed());
        gradient = new float[net.layout().size() + extra];
        inputs = net.inputs();
        outputs = net.outputs();
        states = net.states();
    }

    void load(final float[] parameters) {
        rule.load(parameters, 0);
    }

    void forward() {
        rule.forward(data);
    }

    void backward() {
        rule.backward(data, gradient, 0);
    }

    long storedActivations() {
        return rule.storedActivations();
    }
}
