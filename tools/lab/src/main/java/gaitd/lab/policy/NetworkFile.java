package gaitd.lab.policy;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.StateDict;
import gaitd.policies.container.FileKind;
import gaitd.policies.container.KerasFile;
import gaitd.policies.container.NpzFile;
import gaitd.policies.container.TorchFile;
import gaitd.policies.onnx.OnnxImport;
import gaitd.robot.policy.PolicyFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that a network was saved to elsewhere. What it is is seen from its bytes, not from its name.
 *
 * @param path the file
 * @param kind of a state dictionary, null when not given
 * @param facts that the file lacks
 */
record NetworkFile(Path path, String kind, Map<String, String> facts) {
    /** The fact that names the file of the estimator before an actor. */
    private static final String ESTIMATOR = "estimator";

    /** Reads the network; a refusal names the file, but not one that asks for facts. */
    ImportedNetwork read() {
        final byte[] bytes = PolicyFiles.bytes(path, BundlePart.WEIGHTS.maxBytes);
        try {
            return switch (FileKind.of(bytes)) {
                case ONNX -> onnx(bytes);
                case SAFETENSORS -> dictionary(PolicyFiles.attempt(path, () -> Safetensors.parse(bytes)));
                case TORCH -> torch(bytes);
                case NPZ -> dictionary(NpzFile.read(bytes));
                case HDF5 -> dictionary(KerasFile.read(bytes));
                default ->
                    throw new BundleException("it is " + FileKind.of(bytes).words
                            + "; expected an ONNX model, a PyTorch file, a safetensors, .npz or HDF5 file");
            };
        } catch (final FactsException e) {
            throw e;
        } catch (final BundleException e) {
            throw e.getMessage().startsWith(path.toString()) ? e : new BundleException(path + ": " + e.getMessage());
        }
    }

    private ImportedNetwork onnx(final byte[] bytes) {
        if (kind != null) {
            throw new FactsException("--kind is for state dictionaries; an ONNX model contains all facts");
        }
        return OnnxImport.read(bytes, this::beside, facts);
    }

    private ImportedNetwork torch(final byte[] bytes) {
        if (kind != null || !facts.containsKey(ESTIMATOR)) {
            return TorchFile.read(bytes, kind, facts);
        }
        final Map<String, String> others = new LinkedHashMap<>(facts);
        return TorchFile.behind(bytes, beside(others.remove(ESTIMATOR)), others);
    }

    private byte[] beside(final String name) {
        final Path folder = path.toAbsolutePath().normalize().getParent();
        final Path other = folder.resolve(name).normalize();
        if (name.isEmpty() || !other.startsWith(folder)) {
            throw new BundleException("it needs '" + name + "', which is not in the folder of the model");
        }
        return PolicyFiles.bytes(other, BundlePart.WEIGHTS.maxBytes);
    }

    private ImportedNetwork dictionary(final Safetensors tensors) {
        if (kind == null) {
            throw new FactsException("--kind is missing: expected one of " + String.join(", ", StateDict.KINDS));
        }
        return StateDict.read(kind, tensors, facts);
    }
}
