package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.StateDict;
import gaitd.policies.bundle.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PyTorch files since version 1.6: a zip with a pickle and the numbers of its tensors, of {@code torch.save} or {@code torch.jit.save}. */
public final class TorchFile {
    /** Where checkpoints keep the state dictionary of the policy, in the order in which they are looked at. */
    private static final List<String> DICTIONARIES = List.of("model_state_dict", "state_dict", "model", "actor");

    private static final String PICKLE = "/data.pkl";

    private final ZipEntries zip;
    private final String folder;
    private final Map<Pickle.StorageKey, Pickle.Storage> storages = new HashMap<>();
    private int visited;

    private TorchFile(final byte[] file) {
        zip = new ZipEntries(file);
        final String pickle = zip.names().stream()
                .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length())
                .findFirst()
                .orElseThrow(() -> new BundleException("the zip has no entry FOLDER/data.pkl, as PyTorch writes it"));
        folder = pickle.substring(0, pickle.length() - PICKLE.length() + 1);
        final String order = folder + "byteorder";
        if (zip.names().contains(order)
                && !new String(zip.read(order), StandardCharsets.UTF_8).strip().equals("little")) {
            throw new BundleException("the numbers have the highest byte first, expected the lowest");
        }
    }

    /**
     * Imports a TorchScript module, or a state dictionary of a checkpoint.
     *
     * @param file the whole file
     * @param kind one of {@link StateDict#KINDS} for a state dictionary, null for a module
     * @param facts that a state dictionary lacks, or {@code actor_input} of a module with an estimator
     * @return the network
     * @throws FactsException when a kind or a fact is missing or unknown
     * @throws BundleException when the file has anything that is not known here, naming it
     */
    public static ImportedNetwork read(final byte[] file, final String kind, final Map<String, String> facts) {
        final TorchFile torch = new TorchFile(file);
        final Object root = torch.root();
        if (root instanceof final TorchObject module && kind == null) {
            refuseOthers(facts);
            return new TorchModules(torch::code).network(module, facts.get(ActorInput.FACT));
        }
        if (kind == null) {
            throw new FactsException(
                    "the file has a state dictionary and no module: --kind is missing: expected one of "
                            + String.join(", ", StateDict.KINDS));
        }
        return StateDict.read(kind, torch.dictionary(root), facts);
    }

    /**
     * Imports two TorchScript modules: an actor, and the estimator before it, as Walk These Ways saves them.
     *
     * @param actor a whole file
     * @param estimator the other
     * @param facts {@code actor_input}: what the actor is given
     * @return the network
     * @throws FactsException when the fact is missing or wrong, or another is given
     * @throws BundleException when a file has no module, or anything that is not known here, naming it
     */
    public static ImportedNetwork behind(final byte[] actor, final byte[] estimator, final Map<String, String> facts) {
        refuseOthers(facts);
        final TorchFile first = new TorchFile(estimator);
        final TorchFile second = new TorchFile(actor);
        if (first.root() instanceof final TorchObject before && second.root() instanceof final TorchObject behind) {
            return new TorchModules(second::code).network(before, first::code, behind, facts.get(ActorInput.FACT));
        }
        throw new BundleException(
                "one of the two files has no module; expected an actor and its estimator as TorchScript");
    }

    private static void refuseOthers(final Map<String, String> facts) {
        if (facts.keySet().stream().anyMatch(fact -> !fact.equals(ActorInput.FACT))) {
            throw new FactsException("--fact is for state dictionaries; a TorchScript module has all facts but "
                    + ActorInput.FACT + " of one with an estimator");
        }
    }

    private Object root() {
        return new Pickle(zip.read(folder + PICKLE.substring(1)), this::storage).read();
    }

    /** Text of the class of a module, empty when the file has none. */
    private String code(final String type) {
        final int dot = type.lastIndexOf('.');
        final String entry =
                folder + "code/__torch__/" + type.substring(0, Math.max(dot, 0)).replace('.', '/') + ".py";
        if (!zip.names().contains(entry)) {
            return "";
        }
        final String text = new String(zip.read(entry), StandardCharsets.UTF_8);
        final int from = Math.max(text.indexOf("class " + type.substring(dot + 1) + "("), 0);
        final int next = text.indexOf("\nclass ", from);
        return text.substring(from, next < 0 ? text.length() : next);
    }

    private Pickle.Storage storage(final Pickle.StorageKey key) {
        return storages.computeIfAbsent(key, any -> {
            final StorageType type = StorageType.of(key.type());
            final ByteBuffer bytes =
                    ByteBuffer.wrap(zip.read(folder + "data/" + key.entry())).order(ByteOrder.LITTLE_ENDIAN);
            final int size = bytes.capacity() / type.bytes;
            return new Pickle.Storage() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public double get(final int index) {
                    return type.get(bytes, index * type.bytes);
                }
            };
        });
    }

    private Safetensors dictionary(final Object root) {
        Object at = root;
        for (final String name : DICTIONARIES) {
            if (root instanceof final Map<?, ?> map && map.get(name) instanceof final Map<?, ?> inner) {
                at = inner;
                break;
            }
        }
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        collect("", at, 0, tensors);
        if (tensors.isEmpty()) {
            throw new BundleException("there is no tensor in the file");
        }
        return new Safetensors(tensors.values(), Map.of());
    }

    private void collect(final String name, final Object value, final int depth, final Map<String, Tensor> tensors) {
        if (++visited > Pickle.VALUES_MAX || depth > Pickle.DEPTH_MAX) {
            throw new BundleException("pickle: values within values without end");
        }
        final Map<?, ?> inner = value instanceof final TorchObject object
                ? object.fields
                : value instanceof final Map<?, ?> map ? map : Map.of();
        if (value instanceof final Tensor tensor) {
            tensors.put(name, tensor.named(name));
        }
        inner.forEach((key, part) ->
                collect(name.isEmpty() ? String.valueOf(key) : name + "." + key, part, depth + 1, tensors));
    }
}
