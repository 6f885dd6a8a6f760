package gaitd.sim.terrain;

/**
 * Terrains by name.
 *
 * <p>{@code flat} is the plane. {@code rough:A} has heights drawn evenly from -A to A metres every 0.1 m, for 40 m to each side; it is flat within 0.5 m of the origin. The same seed gives the same ground on every
 * machine.
 */
public final class Terrains {
    /** How far rough ground reaches from the origin along each axis, m. */
    public static final double HALF_SIDE_M = 40;
    /** Greatest roughness, m. */
    public static final double ROUGHNESS_MAX_M = 0.1;

    private static final int CELLS = 800;
    private static final double CELL_M = 2 * HALF_SIDE_M / CELLS;
    /** Points this near are 0, so that the ground is flat within 0.5 m. */
    private static final double FLAT_POINTS_M = 0.5 + 1.5 * CELL_M;

    private static final String ROUGH = "rough:";

    private Terrains() {}

    /**
     * Makes a terrain.
     *
     * @param name {@code flat} or {@code rough:A} with A from 0 to 0.1 m
     * @param seed seed of the heights
     * @return the terrain
     * @throws IllegalArgumentException when the name is anything else, in one line
     */
    public static Terrain parse(final String name, final long seed) {
        if ("flat".equals(name)) {
            return Terrain.FLAT;
        }
        if (name != null && name.startsWith(ROUGH)) {
            final double amplitudeM = amplitude(name);
            return rough(name, amplitudeM, seed);
        }
        throw refusal(name);
    }

    private static double amplitude(final String name) {
        final double value;
        try {
            value = Double.parseDouble(name.substring(ROUGH.length()));
        } catch (NumberFormatException e) {
            throw refusal(name);
        }
        if (!(value >= 0 && value <= ROUGHNESS_MAX_M)) {
            throw refusal(name);
        }
        return value;
    }

    private static IllegalArgumentException refusal(final String name) {
        return new IllegalArgumentException("terrain is \"" + name + "\", must be flat or rough:A with A from 0 to "
                + ROUGHNESS_MAX_M + " m, such as rough:0.02");
    }

    private static Terrain rough(final String name, final double amplitudeM, final long seed) {
        final int points = CELLS + 1;
        final float[] height = new float[points * points];
        for (int iy = 0; iy < points; iy++) {
            for (int ix = 0; ix < points; ix++) {
                final double x = -HALF_SIDE_M + ix * CELL_M;
                final double y = -HALF_SIDE_M + iy * CELL_M;
                if (x * x + y * y > FLAT_POINTS_M * FLAT_POINTS_M) {
                    height[iy * points + ix] = (float) (amplitudeM * drawn(ix, iy, seed));
                }
            }
        }
        return new Terrain(name, 0, new HeightGrid(points, points, -HALF_SIDE_M, -HALF_SIDE_M, CELL_M, height), null);
    }

    /** A number from -1 to 1 for a grid point: the finalizer of SplitMix64 on seed and place. */
    private static double drawn(final int x, final int y, final long seed) {
        long z = mix(seed + 0x9E3779B97F4A7C15L);
        z = mix(z + 0x9E3779B97F4A7C15L * (((long) y << 32) + x + 1));
        return (z >>> 11) * 0x1.0p-52 - 1;
    }

    private static long mix(final long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
