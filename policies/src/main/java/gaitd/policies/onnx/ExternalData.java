package gaitd.policies.onnx;

import gaitd.policies.bundle.BundleException;

/** Files beside a model that have numbers of its constants. */
@FunctionalInterface
public interface ExternalData {
    /** A model that has all of its numbers in one file. */
    ExternalData NONE = name -> {
        throw new BundleException("its numbers are in the file '" + name + "', which is not at hand");
    };

    /**
     * Reads a file.
     *
     * @param name as the model says, a path relative to its folder
     * @return the file's bytes
     * @throws BundleException when it cannot be read or lies outside of the model's folder
     */
    byte[] read(String name);
}
