package gaitd.sim.terrain;

/**
 * A field of square tiles, each level at a height of its own, one centred under the start.
 *
 * <p>Source of the sizes: the box field of published two-stage training on uneven ground with this robot, tiles of 0.3 to
 * 0.5 m with even heights.
 */
final class TileGround {
    private TileGround() {}

    /**
     * The ground.
     *
     * @param request with {@code height} and {@code side}
     * @return columns over a plane as low as the lowest tile can be
     */
    static Terrain make(final TerrainRequest request) {
        final double heightM = request.get("height");
        final double sideM = request.get("side");
        final int half = (int) Math.ceil(GroundGrid.HALF_SIDE_M / sideM);
        final int tiles = 2 * half + 1;
        final float[] top = new float[tiles * tiles];
        for (int iy = 0; iy < tiles; iy++) {
            for (int ix = 0; ix < tiles; ix++) {
                final double x = nearest(ix - half, sideM);
                final double y = nearest(iy - half, sideM);
                final boolean start = x * x + y * y < Terrains.START_RADIUS_M * Terrains.START_RADIUS_M;
                top[iy * tiles + ix] = start ? 0 : (float) (heightM * GroundNoise.drawn(ix, iy, request.seed));
            }
        }
        final double leastM = -(half + 0.5) * sideM;
        return new Terrain(request.name, -heightM, null, new Columns(tiles, tiles, leastM, leastM, sideM, sideM, top));
    }

    /** How far a tile is from the origin along an axis. */
    private static double nearest(final int index, final double sideM) {
        return Math.max(0, (Math.abs(index) - 0.5) * sideM);
    }
}
