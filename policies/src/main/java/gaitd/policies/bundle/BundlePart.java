package gaitd.policies.bundle;

/** The files of a bundle, in the order of their names, with their greatest sizes. */
public enum BundlePart {
    /** Hashes of the other files, as {@code sha256sum} prints them. */
    SUMS("SHA256SUMS", 1024),
    /** Ed25519 signature over the hashes; optional. */
    SIGNATURE("SIGNATURE", 1024),
    /** Inputs and expected outputs. */
    GOLDEN("golden.json", 1 << 20),
    /** What learning goes on from: critic, exploration, normalisers; optional. */
    LEARNER("learner.safetensors", 1 << 22),
    /** Description of the policy. */
    MANIFEST("manifest.toml", 1 << 16),
    /** Weights. */
    WEIGHTS("weights.safetensors", 1 << 25);

    /** Name of the file. */
    public final String fileName;
    /** Greatest size, bytes. */
    public final int maxBytes;

    BundlePart(final String fileName, final int maxBytes) {
        this.fileName = fileName;
        this.maxBytes = maxBytes;
    }

    /**
     * Whether a bundle may be without it.
     *
     * @return true for the signature and the learner's part
     */
    public boolean isOptional() {
        return this == SIGNATURE || this == LEARNER;
    }

    /**
     * The part with a file name.
     *
     * @param fileName a name without a folder
     * @return the part, null when no part has that name
     */
    public static BundlePart of(final String fileName) {
        for (final BundlePart part : values()) {
            if (part.fileName.equals(fileName)) {
                return part;
            }
        }
        return null;
    }

    /**
     * Refuses too large a file.
     *
     * @param bytes its size
     * @throws BundleException when it exceeds {@link #maxBytes}
     */
    void checkSize(final long bytes) {
        if (bytes > maxBytes) {
            throw new BundleException(
                    "%s: %d bytes are too many, at most %d are taken".formatted(fileName, bytes, maxBytes));
        }
    }
}
