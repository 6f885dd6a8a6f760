package gaitd.policies.learn;

import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.kernel.Synapses;
import java.util.random.RandomGenerator;

/** A network that can be trained: its parameters with their initial values and constraints, its gradient, its export to a bundle. */
public interface Net {
    /**
     * What it is but for the sizes of input and output; networks grow from one to another of the same design only.
     *
     * @return in words
     */
    String design();

    /**
     * Input size.
     *
     * @return 1 or more
     */
    int inputs();

    /**
     * Output size.
     *
     * @return 1 or more
     */
    int outputs();

    /**
     * State size.
     *
     * @return 0 for a network without memory
     */
    int states();

    /**
     * Names, shapes and offsets of its parameters.
     *
     * @return the layout
     */
    ParameterLayout layout();

    /**
     * Which source and target each parameter of a slice belongs to; sources that are inputs come first.
     *
     * @param slice of the layout
     * @return as many synapses as the slice has parameters, in their order
     */
    Synapses pattern(ParameterLayout.Slice slice);

    /**
     * Whether a network that gets more inputs or outputs computes the same when what is new in this slice is 0.
     *
     * @param slice of the layout
     * @return false where any value does, because another slice cuts it off
     */
    boolean growsFromZero(ParameterLayout.Slice slice);

    /**
     * The parameters that are added to the outputs.
     *
     * @return one an output; null when it has none
     */
    ParameterLayout.Slice outputBias();

    /**
     * The weights of the sums of states that are added to the outputs.
     *
     * @return one row a state, one column an output; null when outputs are made otherwise
     */
    ParameterLayout.Slice outputWeights();

    /**
     * Elapsed time that the network is given each step.
     *
     * @return in the unit of its time constants
     */
    double elapsed();

    /**
     * Forward and backward passes for one thread.
     *
     * @param sequences at once
     * @param steps most of each
     * @return with its memory taken
     */
    BatchGradient<float[]> gradient(int sequences, int steps);

    /**
     * Initial parameters.
     *
     * @param random draws them
     * @param readout scale of the readout's weights; small for outputs near 0
     * @return in the order of the layout
     */
    float[] initial(RandomGenerator random, double readout);

    /**
     * Projects parameters onto their constraints: time constants in their range, tied weights equal.
     *
     * @param parameters changed, in the order of the layout
     */
    void constrain(float[] parameters);

    /**
     * The network in the form of a bundle.
     *
     * @param parameters in the order of the layout
     * @return description and tensors
     */
    ImportedNetwork export(float[] parameters);

    /**
     * The parameters of a network of this design that a bundle has.
     *
     * @param tensors as {@link #export} made them
     * @return in the order of the layout
     * @throws IllegalArgumentException when they are of another network
     */
    float[] parameters(Safetensors tensors);
}
