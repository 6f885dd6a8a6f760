package gaitd.policies.bundle;

import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of a safetensors file by name, and the free texts that came with them. Immutable. */
public final class Safetensors {
    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    /**
     * Made from tensors with different names.
     *
     * @param tensors in the order in which they are written
     * @param metadata texts by key, may be empty
     * @throws IllegalArgumentException when a name is there twice
     */
    public Safetensors(final Collection<Tensor> tensors, final Map<String, String> metadata) {
        final Map<String, Tensor> map = new LinkedHashMap<>();
        for (final Tensor tensor : tensors) {
            if (map.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("tensor " + tensor.name() + " is there twice");
            }
        }
        this.tensors = Collections.unmodifiableMap(map);
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Reads a file of at most the size of a bundle's weights.
     *
     * @param file the file
     * @return its tensors
     * @throws IOException when it cannot be read or has another format
     */
    public static Safetensors read(final Path file) throws IOException {
        try {
            if (Files.size(file) > BundlePart.WEIGHTS.maxBytes) {
                throw new FormatException("more than " + BundlePart.WEIGHTS.maxBytes + " bytes");
            }
            return parse(Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            throw new FormatException(file + ": there is no such file");
        } catch (final FormatException e) {
            throw new FormatException(file + ": " + e.getMessage());
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param bytes all of them
     * @return its tensors
     * @throws FormatException when they have another format
     */
    public static Safetensors parse(final byte[] bytes) throws FormatException {
        return new SafetensorsReader(bytes).read();
    }

    /**
     * Names of all tensors.
     *
     * @return a new list, in the order of their data
     */
    public List<String> names() {
        return new ArrayList<>(tensors.keySet());
    }

    /**
     * All tensors.
     *
     * @return unmodifiable, in the order of their data
     */
    public Collection<Tensor> all() {
        return tensors.values();
    }

    /**
     * Whether there is a tensor.
     *
     * @param name its name
     * @return true when there is
     */
    public boolean has(final String name) {
        return tensors.containsKey(name);
    }

    /**
     * A tensor that may be missing.
     *
     * @param name its name
     * @return the tensor, null when there is none
     */
    public Tensor get(final String name) {
        return tensors.get(name);
    }

    /**
     * Shape of a tensor.
     *
     * @param name its name
     * @return a new array, outermost dimension first
     * @throws FormatException when there is none
     */
    public int[] shape(final String name) throws FormatException {
        return tensor(name).shape();
    }

    /**
     * Values of a tensor, row by row.
     *
     * @param name its name
     * @return a new array
     * @throws FormatException when there is none
     */
    public double[] values(final String name) throws FormatException {
        return tensor(name).values();
    }

    private Tensor tensor(final String name) throws FormatException {
        final Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new FormatException("no tensor " + name + ", there are " + tensors.keySet());
        }
        return tensor;
    }

    /**
     * The free texts of the header.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> metadata() {
        return metadata;
    }
}
