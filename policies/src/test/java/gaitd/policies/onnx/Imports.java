package gaitd.policies.onnx;

import gaitd.policies.bundle.ImportedNetwork;
import java.util.Map;

/** Imports of models that have everything in one file. */
final class Imports {
    private Imports() {}

    static ImportedNetwork read(final byte[] model) {
        return OnnxImport.read(model, ExternalData.NONE, Map.of());
    }
}
