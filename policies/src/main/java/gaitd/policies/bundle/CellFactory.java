package gaitd.policies.bundle;

/** Makes the cell a bundle describes. */
@FunctionalInterface
public interface CellFactory {
    /**
     * Makes a cell in its zero state.
     *
     * @param spec of the cell
     * @param tensors its weights, already checked against {@link CellFacts#shapes()}
     * @return the cell
     * @throws BundleException when the weights make no cell, saying why
     */
    PolicyCell create(CellFacts spec, Safetensors tensors);
}
