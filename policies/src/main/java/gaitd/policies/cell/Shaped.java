package gaitd.policies.cell;

/** Anything that computes with a cell's parameters, inputs, outputs and state, with their sizes. */
public interface Shaped {
    /**
     * All sizes at once.
     *
     * @return the shape
     */
    CellShape shape();

    /**
     * Names and places of the parameters.
     *
     * @return the layout
     */
    default ParameterLayout layout() {
        return shape().layout();
    }

    /**
     * Number of inputs.
     *
     * @return 1 or more
     */
    default int inputs() {
        return shape().inputs();
    }

    /**
     * Number of outputs.
     *
     * @return 1 or more
     */
    default int outputs() {
        return shape().outputs();
    }

    /**
     * Length of the state, memory cells included; 0 for cells without memory.
     *
     * @return 0 or more
     */
    default int states() {
        return shape().states();
    }
}
