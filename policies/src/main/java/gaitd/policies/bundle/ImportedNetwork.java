package gaitd.policies.bundle;

/**
 * A network from elsewhere, ready for a bundle.
 *
 * @param facts what it is
 * @param tensors its weights under the names a bundle has
 */
public record ImportedNetwork(CellFacts facts, Safetensors tensors) {}
