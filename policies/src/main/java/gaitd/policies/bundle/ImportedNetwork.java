package gaitd.policies.bundle;

/**
 * An imported network.
 *
 * @param facts its kind and sizes
 * @param tensors its weights under the names a bundle has
 */
public record ImportedNetwork(CellFacts facts, Safetensors tensors) {}
