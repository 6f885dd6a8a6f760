package gaitd.policies.bundle;

import java.util.EnumMap;
import java.util.Map;

/** The bytes of a bundle's files, not yet parsed. Immutable. */
public final class BundleFiles {
    private final EnumMap<BundlePart, byte[]> parts;

    private BundleFiles(final EnumMap<BundlePart, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Takes the files; the arrays are not copied and must not be changed afterwards.
     *
     * @param parts bytes of each file
     * @return the files
     * @throws BundleException when one is missing or too large
     */
    static BundleFiles of(final Map<BundlePart, byte[]> parts) {
        for (final BundlePart part : BundlePart.values()) {
            final byte[] bytes = parts.get(part);
            if (bytes != null) {
                part.checkSize(bytes.length);
            } else if (!part.isOptional()) {
                throw new BundleException(part.fileName + ": is missing");
            }
        }
        return new BundleFiles(new EnumMap<>(parts));
    }

    /**
     * Adds the hashes to the three files that every bundle has.
     *
     * @param manifest {@code manifest.toml}
     * @param weights {@code weights.safetensors}
     * @param golden {@code golden.json}
     * @return an unsigned bundle without a learner's part
     * @throws BundleException when one is too large
     */
    public static BundleFiles seal(final byte[] manifest, final byte[] weights, final byte[] golden) {
        final Map<BundlePart, byte[]> parts = new EnumMap<>(BundlePart.class);
        parts.put(BundlePart.MANIFEST, manifest.clone());
        parts.put(BundlePart.WEIGHTS, weights.clone());
        parts.put(BundlePart.GOLDEN, golden.clone());
        parts.put(BundlePart.SUMS, Sums.text(parts));
        return of(parts);
    }

    /**
     * The same policy with another learner's part; hashes are made anew, a signature is gone.
     *
     * @param learner {@code learner.safetensors}
     * @return an unsigned bundle
     * @throws BundleException when it is too large
     */
    public BundleFiles withLearner(final byte[] learner) {
        final Map<BundlePart, byte[]> changed = new EnumMap<>(parts);
        changed.remove(BundlePart.SIGNATURE);
        changed.put(BundlePart.LEARNER, learner.clone());
        changed.put(BundlePart.SUMS, Sums.text(changed));
        return of(changed);
    }

    /**
     * The same files with another signature.
     *
     * @param signature {@code SIGNATURE}, null for none
     * @return the files
     */
    BundleFiles withSignature(final byte[] signature) {
        final Map<BundlePart, byte[]> changed = new EnumMap<>(parts);
        if (signature == null) {
            changed.remove(BundlePart.SIGNATURE);
        } else {
            changed.put(BundlePart.SIGNATURE, signature);
        }
        return of(changed);
    }

    /**
     * Whether a file is present.
     *
     * @param part which
     * @return true for all that are not {@linkplain BundlePart#isOptional optional}
     */
    public boolean has(final BundlePart part) {
        return parts.containsKey(part);
    }

    /**
     * A file's bytes.
     *
     * @param part which
     * @return a copy
     */
    public byte[] copy(final BundlePart part) {
        return parts.get(part).clone();
    }

    /** A file's bytes, not a copy; must not be changed. */
    byte[] bytes(final BundlePart part) {
        return parts.get(part);
    }
}
