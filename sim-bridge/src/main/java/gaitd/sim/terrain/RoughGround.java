package gaitd.sim.terrain;

/** Heights drawn for every point of a grid. */
final class RoughGround {
    private RoughGround() {}

    /**
     * The ground.
     *
     * @param request with {@code height}
     * @return triangles between heights every 0.1 m
     */
    static Terrain make(final TerrainRequest request) {
        final double heightM = request.get("height");
        final double levelM = GroundGrid.levelRadiusM(GroundGrid.CELL_M);
        final HeightGrid grid = GroundGrid.everywhere((ix, iy) -> {
            final double x = GroundGrid.place(ix);
            final double y = GroundGrid.place(iy);
            return x * x + y * y > levelM * levelM ? heightM * GroundNoise.drawn(ix, iy, request.seed) : 0;
        });
        return new Terrain(request.name, 0, grid, null);
    }
}
