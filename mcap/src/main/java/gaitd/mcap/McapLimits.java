package gaitd.mcap;

/**
 * How much memory a file may ask for. What needs more is refused.
 *
 * @param recordBytes largest record, bytes
 * @param chunkBytes largest chunk without compression, bytes
 * @param openBytes all chunks together that are open at the same time, because their times overlap
 */
public record McapLimits(int recordBytes, int chunkBytes, long openBytes) {
    /** Records and chunks of 256 MiB, 512 MiB of open chunks. */
    public static final McapLimits USUAL = new McapLimits(1 << 28, 1 << 28, 1L << 29);
}
