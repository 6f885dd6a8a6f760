package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weights that Keras saved as HDF5, as a state dictionary with PyTorch's names: a liquid network of {@code ncps}, its masks being where
 * reversal potentials are not 0; or else dense layers, one name a layer.
 */
public final class KerasFile {
    private static final String CELL = "/gleak:0";
    private static final List<String> WEIGHTS = List.of(
            "gleak",
            "vleak",
            "cm",
            "sigma",
            "mu",
            "w",
            "erev",
            "sensory_sigma",
            "sensory_mu",
            "sensory_w",
            "sensory_erev",
            "input_w",
            "input_b",
            "output_w",
            "output_b");

    private KerasFile() {}

    /**
     * Reads a file. Of a network with a liquid cell only the cell is taken: layers in front of it, such as those of a camera, are
     * left out.
     *
     * @param file the whole file
     * @return tensors by name; mappings of the cell's inputs and outputs are noted in the metadata
     * @throws BundleException when there are two liquid cells or no layer that is known
     */
    public static Safetensors read(final byte[] file) {
        final Map<String, Tensor> datasets = Hdf5Reader.read(file);
        final Set<String> cells = new LinkedHashSet<>();
        for (final String path : datasets.keySet()) {
            if (path.endsWith(CELL)) {
                cells.add(path.substring(0, path.length() - CELL.length()));
            }
        }
        if (cells.size() > 1) {
            throw new BundleException("there are several liquid cells, " + cells + ", expected one");
        }
        return cells.isEmpty() ? dense(datasets) : liquid(cells.iterator().next(), datasets);
    }

    private static Safetensors liquid(final String cell, final Map<String, Tensor> datasets) {
        final List<Tensor> tensors = new ArrayList<>();
        for (final String name : WEIGHTS) {
            final Tensor tensor = datasets.get(cell + "/" + name + ":0");
            if (tensor != null) {
                tensors.add(tensor.named("rnn_cell." + name));
                if (name.endsWith("erev")) {
                    tensors.add(mask(name.equals("erev") ? "sparsity_mask" : "sensory_sparsity_mask", tensor));
                }
            }
        }
        final Map<String, String> noted = new HashMap<>();
        for (final String side : new String[] {"input", "output"}) {
            final boolean scaled = datasets.containsKey(cell + "/" + side + "_w:0");
            final boolean shifted = datasets.containsKey(cell + "/" + side + "_b:0");
            noted.put(side + "_mapping", shifted ? "affine" : scaled ? "linear" : "none");
        }
        return new Safetensors(tensors, noted);
    }

    private static Tensor mask(final String name, final Tensor reversal) {
        final double[] values = reversal.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] != 0 ? 1 : 0;
        }
        return new Tensor("rnn_cell." + name, reversal.shape(), values);
    }

    private static Safetensors dense(final Map<String, Tensor> datasets) {
        final List<Tensor> tensors = new ArrayList<>();
        datasets.forEach((path, tensor) -> {
            final String[] parts = path.split("/", -1);
            final String layer = parts.length > 1 ? parts[parts.length - 2] : "";
            if (parts[parts.length - 1].equals("kernel:0") && tensor.shape().length == 2) {
                tensors.add(turned(layer + ".weight", tensor));
            } else if (parts[parts.length - 1].equals("bias:0")) {
                tensors.add(tensor.named(layer + ".bias"));
            }
        });
        final Set<String> names = new LinkedHashSet<>();
        if (tensors.isEmpty() || !tensors.stream().map(Tensor::name).allMatch(names::add)) {
            throw new BundleException("there is no liquid cell, and no dense layers with names of their own; there are "
                    + datasets.keySet());
        }
        return new Safetensors(tensors, Map.of());
    }

    private static Tensor turned(final String name, final Tensor kernel) {
        final int in = kernel.shape()[0];
        final int out = kernel.shape()[1];
        final double[] values = new double[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = kernel.value(i % in * out + i / in);
        }
        return new Tensor(name, new int[] {out, in}, values);
    }
}
