package gaitd.mcap;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a file is written.
 *
 * @param features what it has
 * @param compression of its chunks
 * @param chunkBytes a chunk ends as soon as its records have so many bytes
 * @param extra put behind the last field of each record that allows it: what a later version's fields would look like
 */
@SuppressWarnings("ArrayRecordComponent")
public record McapOptions(Set<McapFeature> features, McapCompression compression, int chunkBytes, byte[] extra) {
    /** Everything that helps readers, in chunks of 1 MiB, compressed by Zstandard. */
    public static final McapOptions USUAL = of(McapCompression.ZSTD, 1 << 20);

    /**
     * Everything that helps readers.
     *
     * @param compression of chunks
     * @param chunkBytes of each, without compression
     * @return these options
     */
    public static McapOptions of(final McapCompression compression, final int chunkBytes) {
        return new McapOptions(EnumSet.allOf(McapFeature.class), compression, chunkBytes, new byte[0]);
    }

    boolean has(final McapFeature feature) {
        return features.contains(feature);
    }
}
