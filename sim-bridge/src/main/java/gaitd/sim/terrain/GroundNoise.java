package gaitd.sim.terrain;

/** Numbers drawn by place and seed: the finalizer of SplitMix64, the same on every machine. */
final class GroundNoise {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private GroundNoise() {}

    /**
     * A number for a place.
     *
     * @param x index along x
     * @param y index along y
     * @param seed the seed
     * @return evenly from -1 to 1
     */
    static double drawn(final int x, final int y, final long seed) {
        long z = mix(seed + STEP);
        z = mix(z + STEP * (((long) y << 32) + x + 1));
        return (z >>> 11) * 0x1.0p-52 - 1;
    }

    private static long mix(final long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
